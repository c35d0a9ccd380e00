package org.tidemark.core.decide;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.FieldTimes;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.Timestamps;

/**
 * Everything that a verdict depends on; kept with a conflict, it gives the same verdict again.
 *
 * <p>There is no server state where the record never existed. Effective times are the mutation's
 * own, corrected for the client's clock; {@code receivedAt} is kept for people only.
 */
public record DecisionInput(
    Mutation mutation,
    @Nullable RecordState server,
    BaseClaim claim,
    BaseState base,
    MergePolicy policy,
    Instant effectiveAt,
    SortedMap<String, Instant> effectiveFieldTimes,
    Instant receivedAt) {

  public DecisionInput {
    effectiveAt = Timestamps.cut(effectiveAt);
    receivedAt = Timestamps.cut(receivedAt);
    effectiveFieldTimes =
        effectiveFieldTimes.isEmpty()
            ? Collections.emptySortedMap()
            : Collections.unmodifiableSortedMap(new TreeMap<>(effectiveFieldTimes));
  }

  public JsonObject toJson() {
    return DecisionInputJson.write(this);
  }

  /** Reads what {@link #toJson} wrote. */
  public static DecisionInput fromJson(JsonObject json) {
    return DecisionInputJson.read(json);
  }

  /** The same decision against another state of the server. */
  public DecisionInput against(RecordState current) {
    return new DecisionInput(
        mutation, current, claim, base, policy, effectiveAt, effectiveFieldTimes, receivedAt);
  }

  /** When the client changed each field, corrected. */
  FieldTimes clientTimes() {
    return new FieldTimes(effectiveAt, effectiveFieldTimes);
  }
}
