/** The port to the server's media: control and data plane as values, and streamed parts. */
@NullMarked
package org.tidemark.client.transport.media;

import org.jspecify.annotations.NullMarked;
