package org.tidemark.core.mutation;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.Timestamps;

/**
 * One intended change by a client, checked.
 *
 * <p>Times are the client's own, uncorrected. {@code fieldTimes} names top-level fields by pointer;
 * for a field that it leaves out {@code updatedAt} stands.
 */
public record Mutation(
    ClientId clientId,
    MutationId id,
    Operation operation,
    RecordKey key,
    @Nullable Document data,
    @Nullable Document sentBase,
    @Nullable Integer baseVersion,
    @Nullable MutationId previous,
    Instant updatedAt,
    SortedMap<String, Instant> fieldTimes,
    @Nullable Long sequence) {

  public Mutation {
    if ((operation == Operation.DELETE) != (data == null)) {
      throw new IllegalArgumentException("an UPSERT has data, a DELETE has none");
    }
    updatedAt = Timestamps.cut(updatedAt);
    fieldTimes =
        fieldTimes.isEmpty()
            ? Collections.emptySortedMap()
            : Collections.unmodifiableSortedMap(new TreeMap<>(fieldTimes));
  }

  public boolean isDelete() {
    return operation == Operation.DELETE;
  }
}
