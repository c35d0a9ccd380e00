/** Tests of what differs. */
@NullMarked
package org.tidemark.console.difference;

import org.jspecify.annotations.NullMarked;
