/** The four rules of conflict detection. */
@NullMarked
package org.tidemark.core.detect;

import org.jspecify.annotations.NullMarked;
