/** Judges of a world: each reads the evidence and knows nothing of how it came about. */
@NullMarked
package org.tidemark.testkit.check;

import org.jspecify.annotations.NullMarked;
