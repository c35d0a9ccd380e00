/** Conflicts: read and decided. */
@NullMarked
package org.tidemark.app.conflict;

import org.jspecify.annotations.NullMarked;
