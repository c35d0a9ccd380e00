package org.tidemark.core.policy;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.record.EntityType;

/**
 * How the records of one entity type merge.
 *
 * <p>{@code rules} names fields by JSON pointer; {@code *} stands for every element of an array, as
 * in {@code /items/*}{@code /qty}. {@code identityKey} is the member by which objects in arrays are
 * matched. The version is 0 for the built-in default.
 */
public record MergePolicy(
    EntityType type,
    int version,
    MergeStrategy strategy,
    Granularity granularity,
    OnDelete onDelete,
    String identityKey,
    SortedMap<String, FieldRule> rules,
    @Nullable JsonObject schema,
    int maxBytes) {

  /** The identity key where a policy names none. */
  public static final String DEFAULT_IDENTITY_KEY = "id";

  /** The size limit of a record's data where a policy names none: 1 MiB. */
  public static final int DEFAULT_MAX_BYTES = 1 << 20;

  public MergePolicy {
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
  }

  /** What an entity type without a policy of its own gets. */
  public static MergePolicy defaultFor(EntityType type) {
    return of(type, MergeStrategy.LAST_WRITE_WINS, Granularity.RECORD);
  }

  /** A policy with nothing but a strategy. */
  public static MergePolicy of(EntityType type, MergeStrategy strategy, Granularity granularity) {
    return new MergePolicy(
        type,
        0,
        strategy,
        granularity,
        defaultOnDelete(strategy),
        DEFAULT_IDENTITY_KEY,
        Collections.emptySortedMap(),
        null,
        DEFAULT_MAX_BYTES);
  }

  /** What {@code onDelete} is where a policy does not say. */
  public static OnDelete defaultOnDelete(MergeStrategy strategy) {
    return strategy == MergeStrategy.LAST_WRITE_WINS ? OnDelete.NEWEST : OnDelete.MANUAL;
  }

  /** Whether records of this type need a time for each field. */
  public boolean maintainsFieldTimes() {
    return strategy == MergeStrategy.SERVER_MERGE || isByField();
  }

  /** Whether the last write wins field by field. */
  public boolean isByField() {
    return strategy == MergeStrategy.LAST_WRITE_WINS && granularity == Granularity.FIELD;
  }
}
