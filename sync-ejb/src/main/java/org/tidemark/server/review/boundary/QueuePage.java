package org.tidemark.server.review.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the queue, oldest first.
 *
 * @param total how many the filter matches
 * @param previous the place to go back from; null: this is the first page
 * @param next the place to go on from; null: this is the last page
 */
public record QueuePage(
    List<QueueRow> rows, int total, @Nullable String previous, @Nullable String next) {
  public QueuePage {
    rows = List.copyOf(rows);
  }
}
