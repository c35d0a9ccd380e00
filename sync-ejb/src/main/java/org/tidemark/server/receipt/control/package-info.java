/** Keeps and finds receipts: the database is the truth, the cache in front answers repeats. */
@NullMarked
package org.tidemark.server.receipt.control;

import org.jspecify.annotations.NullMarked;
