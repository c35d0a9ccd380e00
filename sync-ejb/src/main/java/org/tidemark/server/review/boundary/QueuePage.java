package org.tidemark.server.review.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the queue, oldest first.
 *
 * @param total how many the filter matches
 * @param atLeast whether there may be more than {@code total}: only so many were looked at
 * @param partly whether the page ends where so many were looked at, and not for being full
 * @param previous the place to go back from; null: this is the first page
 * @param next the place to go on from; null: this is the last page
 */
public record QueuePage(
    List<QueueRow> rows,
    int total,
    boolean atLeast,
    boolean partly,
    @Nullable String previous,
    @Nullable String next) {
  public static final QueuePage EMPTY = new QueuePage(List.of(), 0, false, false, null, null);

  public QueuePage {
    rows = List.copyOf(rows);
  }
}
