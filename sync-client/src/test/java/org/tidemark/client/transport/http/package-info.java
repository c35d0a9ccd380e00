/** What comes over the wire, read and written. */
@NullMarked
package org.tidemark.client.transport.http;

import org.jspecify.annotations.NullMarked;
