/** Snapshots, and the way back. */
@NullMarked
package org.tidemark.app.undo;

import org.jspecify.annotations.NullMarked;
