/** Snapshots and restoring. */
@NullMarked
package org.tidemark.client.undo;

import org.jspecify.annotations.NullMarked;
