/** Conflicts: shown side by side, and decided. */
@NullMarked
package org.tidemark.cli.conflict;

import org.jspecify.annotations.NullMarked;
