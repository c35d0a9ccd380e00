/** Server-sent events for pages that stand open. */
@NullMarked
package org.tidemark.console.live;

import org.jspecify.annotations.NullMarked;
