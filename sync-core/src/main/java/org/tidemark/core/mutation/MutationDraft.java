package org.tidemark.core.mutation;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.record.SpaceId;

/** A mutation as a host received it; nothing of it has been checked. */
public record MutationDraft(
    @Nullable String clientMutationId,
    @Nullable String operation,
    @Nullable String entityType,
    @Nullable String id,
    @Nullable String space,
    @Nullable String previous,
    @Nullable String updatedAt,
    JsonInput data,
    JsonInput base,
    JsonInput fieldTimes,
    @Nullable Integer baseVersion,
    @Nullable Double sequence) {

  public MutationDraft withSpace(SpaceId filledIn) {
    return new MutationDraft(
        clientMutationId,
        operation,
        entityType,
        id,
        filledIn.value(),
        previous,
        updatedAt,
        data,
        base,
        fieldTimes,
        baseVersion,
        sequence);
  }
}
