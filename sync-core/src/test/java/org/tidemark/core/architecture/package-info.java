/** The architecture of the core, as rules. */
@NullMarked
package org.tidemark.core.architecture;

import org.jspecify.annotations.NullMarked;
