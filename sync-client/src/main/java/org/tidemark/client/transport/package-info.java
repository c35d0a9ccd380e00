/** The port to the server: requests and answers as values, and how they fail. */
@NullMarked
package org.tidemark.client.transport;

import org.jspecify.annotations.NullMarked;
