/** The decisions on a record, without a database. */
@NullMarked
package org.tidemark.client.replica;

import org.jspecify.annotations.NullMarked;
