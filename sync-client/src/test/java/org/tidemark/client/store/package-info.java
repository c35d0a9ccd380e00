/** The database and its failures. */
@NullMarked
package org.tidemark.client.store;

import org.jspecify.annotations.NullMarked;
