package org.tidemark.server.pull.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;

/** A page of the feed in commit order. */
public record PullAnswer(
    List<Change> changes,
    List<ResolvedConflict> resolvedConflicts,
    List<Grant> spaces,
    String cursor,
    boolean hasMore,
    Instant serverTime) {

  /** A record's present state; {@code data} is null in a tombstone. */
  public record Change(
      String space,
      String entityType,
      String id,
      int version,
      Instant updatedAt,
      boolean deleted,
      @Nullable Document data) {}

  /** A conflict of this client that was closed; {@code status} is RESOLVED or SUPERSEDED. */
  public record ResolvedConflict(
      String conflictId,
      String space,
      String entityType,
      String id,
      String status,
      @Nullable String resolution,
      int version,
      String resolvedBy,
      Instant resolvedAt) {}

  /** A space that the caller may see now, and as what. */
  public record Grant(String space, String role) {}
}
