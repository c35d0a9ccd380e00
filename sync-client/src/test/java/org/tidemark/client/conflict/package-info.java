/** Conflicts and decisions. */
@NullMarked
package org.tidemark.client.conflict;

import org.jspecify.annotations.NullMarked;
