/** The client as a whole. */
@NullMarked
package org.tidemark.client;

import org.jspecify.annotations.NullMarked;
