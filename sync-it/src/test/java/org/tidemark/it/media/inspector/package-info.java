/** An extension as an operator would add it to the EAR. */
@NullMarked
package org.tidemark.it.media.inspector;

import org.jspecify.annotations.NullMarked;
