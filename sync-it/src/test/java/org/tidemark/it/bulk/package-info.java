/** Bulk jobs at the size and in the trouble that they are made for. */
@NullMarked
package org.tidemark.it.bulk;

import org.jspecify.annotations.NullMarked;
