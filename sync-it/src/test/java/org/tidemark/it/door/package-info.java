/** Who may do what, and what no input may do. */
@NullMarked
package org.tidemark.it.door;

import org.jspecify.annotations.NullMarked;
