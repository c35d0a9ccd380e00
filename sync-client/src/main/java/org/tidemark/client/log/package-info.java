/** A log in files that rotate. */
@NullMarked
package org.tidemark.client.log;

import org.jspecify.annotations.NullMarked;
