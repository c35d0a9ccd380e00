package org.tidemark.server.space.boundary;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A space as those see it who look after the server.
 *
 * @param personalOf whose own space it is; null: it is shared
 * @param records that are there, deleted ones not among them
 * @param clients of its members
 * @param storedBytes of its media, each content once
 * @param stagedBytes that uploads under way have announced
 * @param quotaBytes that both together may have
 */
public record SpaceFacts(
    String space,
    @Nullable String personalOf,
    String createdBy,
    Instant createdAt,
    Counted records,
    Counted openConflicts,
    Counted clients,
    Counted members,
    long storedBytes,
    long stagedBytes,
    long quotaBytes)
    implements Serializable {

  /**
   * A number that was counted up to a bound, so that counting costs no more where there is more.
   *
   * @param isMore whether there are more than that
   */
  public record Counted(int number, boolean isMore) implements Serializable {}
}
