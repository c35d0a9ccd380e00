/** The verdict on one mutation. */
@NullMarked
package org.tidemark.core.decide;

import org.jspecify.annotations.NullMarked;
