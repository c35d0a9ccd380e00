/** The correction of clients' clocks. */
@NullMarked
package org.tidemark.core.time;

import org.jspecify.annotations.NullMarked;
