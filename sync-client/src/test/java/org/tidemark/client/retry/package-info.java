/** When and how much is sent. */
@NullMarked
package org.tidemark.client.retry;

import org.jspecify.annotations.NullMarked;
