/** Snapshots and the way back. */
@NullMarked
package org.tidemark.cli.undo;

import org.jspecify.annotations.NullMarked;
