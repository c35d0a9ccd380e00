package org.tidemark.server.policy.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.policy.MergePolicy;

/**
 * A policy in force.
 *
 * @param spaces the spaces it is limited to; null: everywhere
 */
public record PolicyView(
    MergePolicy policy, @Nullable List<String> spaces, String author, Instant createdAt) {

  /** As somebody sees it who may know of these spaces only. */
  public PolicyView within(Set<String> known) {
    return spaces == null
        ? this
        : new PolicyView(
            policy, spaces.stream().filter(known::contains).toList(), author, createdAt);
  }
}
