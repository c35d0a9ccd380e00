/** Snapshots of what was overridden, and the way back. */
@NullMarked
package org.tidemark.client.undo;

import org.jspecify.annotations.NullMarked;
