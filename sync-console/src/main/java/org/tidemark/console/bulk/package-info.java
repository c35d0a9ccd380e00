/** Bulk jobs: begun from the queue, looked at, confirmed, stopped, taken back. */
@NullMarked
package org.tidemark.console.bulk;

import org.jspecify.annotations.NullMarked;
