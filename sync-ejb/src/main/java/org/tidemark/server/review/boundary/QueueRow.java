package org.tidemark.server.review.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.ConflictType;

/**
 * A conflict in the queue.
 *
 * @param user who made the edit that clashed
 * @param fields the JSON Pointers of the fields that are in conflict; at most 20 of them
 * @param claimedBy who works on it; null: nobody
 */
public record QueueRow(
    String conflictId,
    String space,
    String entityType,
    String id,
    String clientId,
    String user,
    ConflictType kind,
    Instant detectedAt,
    List<String> fields,
    @Nullable String claimedBy) {
  public QueueRow {
    fields = List.copyOf(fields);
  }
}
