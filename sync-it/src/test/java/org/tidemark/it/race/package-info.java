/** Many writers and readers at once, on one node and on two. */
@NullMarked
package org.tidemark.it.race;

import org.jspecify.annotations.NullMarked;
