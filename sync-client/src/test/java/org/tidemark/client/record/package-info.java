/** Records in lists. */
@NullMarked
package org.tidemark.client.record;

import org.jspecify.annotations.NullMarked;
