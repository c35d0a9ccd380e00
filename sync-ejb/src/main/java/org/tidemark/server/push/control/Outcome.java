package org.tidemark.server.push.control;

import org.jspecify.annotations.Nullable;
import org.tidemark.server.receipt.boundary.ItemAnswer;
import org.tidemark.server.receipt.control.Receipt;

/**
 * The answer to one mutation of a batch.
 *
 * @param receipt what is kept of it; null: nothing
 * @param replayed whether the answer was given before
 */
public record Outcome(int index, ItemAnswer answer, @Nullable Receipt receipt, boolean replayed) {}
