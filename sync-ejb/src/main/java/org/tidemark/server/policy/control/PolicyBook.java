package org.tidemark.server.policy.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.SpaceId;

/**
 * All policies in force at one epoch.
 *
 * <p>Of the versions of a type's policy the newest one that applies to a space counts there: one
 * that is limited to named spaces counts only in those.
 */
public final class PolicyBook {
  private final long epoch;
  private final Map<EntityType, List<Entry>> newestFirst;

  /** A version of a policy; {@code spaces} null: everywhere. */
  public record Entry(ValidatedPolicy policy, @Nullable Set<String> spaces) {
    boolean appliesTo(SpaceId space) {
      return spaces == null || spaces.contains(space.value());
    }
  }

  PolicyBook(long epoch, Map<EntityType, List<Entry>> newestFirst) {
    this.epoch = epoch;
    this.newestFirst = new HashMap<>(newestFirst);
  }

  long epoch() {
    return epoch;
  }

  /** The policy for records of the type in the space; null: none was ever set. */
  public @Nullable ValidatedPolicy find(EntityType type, SpaceId space) {
    for (Entry entry : newestFirst.getOrDefault(type, List.of())) {
      if (entry.appliesTo(space)) {
        return entry.policy();
      }
    }
    return null;
  }

  /** As {@link #find}; the default policy where none was set. */
  public MergePolicy policyFor(EntityType type, SpaceId space) {
    ValidatedPolicy found = find(type, space);
    return found == null ? MergePolicy.defaultFor(type) : found.policy();
  }
}
