/** When a failed attempt is repeated and how much is sent at once: pure. */
@NullMarked
package org.tidemark.client.retry;

import org.jspecify.annotations.NullMarked;
