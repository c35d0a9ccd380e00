/** The local database: one SQLite file, one writer, transactions. */
@NullMarked
package org.tidemark.client.store;

import org.jspecify.annotations.NullMarked;
