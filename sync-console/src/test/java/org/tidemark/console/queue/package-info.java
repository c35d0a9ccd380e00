/** Tests of the queue's filter. */
@NullMarked
package org.tidemark.console.queue;

import org.jspecify.annotations.NullMarked;
