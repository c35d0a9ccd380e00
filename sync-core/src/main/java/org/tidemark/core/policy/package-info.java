/** How an entity type merges, read and printed. */
@NullMarked
package org.tidemark.core.policy;

import org.jspecify.annotations.NullMarked;
