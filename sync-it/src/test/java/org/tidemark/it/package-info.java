/** The whole server, as it ships, over HTTP and in the container. */
@NullMarked
package org.tidemark.it;

import org.jspecify.annotations.NullMarked;
