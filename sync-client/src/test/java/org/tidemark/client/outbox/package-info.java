/** Retries, parking and what people do about it. */
@NullMarked
package org.tidemark.client.outbox;

import org.jspecify.annotations.NullMarked;
