package org.tidemark.server.bulk.boundary;

import java.util.List;
import org.tidemark.server.review.boundary.QueueFilter;

/**
 * Which conflicts of the queue a bulk job is for.
 *
 * @param all true: all that the filter matches but those named; false: those named and no other
 * @param conflictIds at most {@link #MOST_NAMED}
 * @param origin the address of the queue with the filter, for people to come back to; at most 4,000
 *     characters
 */
public record BulkSelection(
    QueueFilter filter, boolean all, List<String> conflictIds, String origin) {
  public static final int MOST_NAMED = 5_000;

  public BulkSelection {
    conflictIds = List.copyOf(conflictIds);
  }
}
