/** Exactly once, whatever is killed and however late a mutation comes again. */
@NullMarked
package org.tidemark.it.crash;

import org.jspecify.annotations.NullMarked;
