/** Files on their way into records: the queue, its worker, and the copies that it keeps. */
@NullMarked
package org.tidemark.client.upload;

import org.jspecify.annotations.NullMarked;
