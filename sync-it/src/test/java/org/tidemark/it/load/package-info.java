/** Clients that put the server under load and keep books of what it answered. */
@NullMarked
package org.tidemark.it.load;

import org.jspecify.annotations.NullMarked;
