package org.tidemark.core.decide;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.Operation;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.Granularity;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.MergeStrategy;
import org.tidemark.core.policy.OnDelete;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.FieldTimes;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.SpaceId;

/** The fixtures of the core's tests: names, times, texts, and a builder of decisions. */
public final class Given {

  public static final ClientId ANA = new ClientId("ana-phone");
  public static final ClientId BEN = new ClientId("ben-laptop");
  public static final EntityType TYPE = new EntityType("task");
  public static final RecordKey KEY = new RecordKey(new SpaceId("demo"), TYPE, new RecordId("t1"));
  public static final Instant T0 = Instant.parse("2026-03-01T12:00:00Z");

  public static final MergePolicy LWW =
      MergePolicy.of(TYPE, MergeStrategy.LAST_WRITE_WINS, Granularity.RECORD);
  public static final MergePolicy BY_FIELD =
      MergePolicy.of(TYPE, MergeStrategy.LAST_WRITE_WINS, Granularity.FIELD);
  public static final MergePolicy MERGE =
      MergePolicy.of(TYPE, MergeStrategy.SERVER_MERGE, Granularity.RECORD);
  public static final MergePolicy MANUAL =
      MergePolicy.of(TYPE, MergeStrategy.MANUAL, Granularity.RECORD);

  private @Nullable RecordState server;
  private @Nullable Document data;
  private @Nullable Document sentBase;
  private @Nullable Integer baseVersion;
  private @Nullable BaseClaim claim;
  private BaseState base = BaseState.UNKNOWN;
  private MergePolicy policy = LWW;
  private ClientId client = ANA;
  private Instant effectiveAt = T0;
  private SortedMap<String, Instant> fieldTimes = Collections.emptySortedMap();

  public static Given push(@Nullable String data) {
    Given given = new Given();
    given.data = data == null ? null : doc(data);
    return given;
  }

  public static Given delete() {
    return push(null);
  }

  /** A time so many milliseconds after the start. */
  public static Instant at(long millis) {
    return T0.plusMillis(millis);
  }

  public static Json json(String text) {
    try {
      return JsonReader.read(text.replace('\'', '"'));
    } catch (InvalidJson e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  public static JsonObject object(String text) {
    return (JsonObject) json(text);
  }

  public static Document doc(String text) {
    return Document.of(object(text));
  }

  public static RecordState state(int version, long millis, @Nullable String data) {
    return state(version, millis, data, BEN);
  }

  public static RecordState state(
      int version, long millis, @Nullable String data, ClientId writer) {
    return data == null
        ? RecordState.tombstone(version, at(millis), writer)
        : RecordState.live(version, at(millis), doc(data), writer);
  }

  public static MergePolicy with(MergePolicy policy, String pointer, FieldRule rule) {
    TreeMap<String, FieldRule> rules = new TreeMap<>(policy.rules());
    rules.put(pointer, rule);
    return new MergePolicy(
        policy.type(),
        policy.version(),
        policy.strategy(),
        policy.granularity(),
        policy.onDelete(),
        policy.identityKey(),
        rules,
        policy.schema(),
        policy.maxBytes());
  }

  public static MergePolicy with(MergePolicy policy, OnDelete onDelete) {
    return new MergePolicy(
        policy.type(),
        policy.version(),
        policy.strategy(),
        policy.granularity(),
        onDelete,
        policy.identityKey(),
        policy.rules(),
        policy.schema(),
        policy.maxBytes());
  }

  public Given onto(@Nullable RecordState state) {
    server = state;
    return this;
  }

  public Given baseVersion(@Nullable Integer version) {
    baseVersion = version;
    return this;
  }

  public Given claim(BaseClaim made) {
    claim = made;
    return this;
  }

  /** The base as the server keeps it. */
  public Given base(String kept) {
    base = new BaseState.Known(doc(kept));
    return this;
  }

  public Given base(BaseState kept) {
    base = kept;
    return this;
  }

  public Given sentBase(String sent) {
    sentBase = doc(sent);
    return this;
  }

  public Given policy(MergePolicy chosen) {
    policy = chosen;
    return this;
  }

  public Given by(ClientId author) {
    client = author;
    return this;
  }

  public Given when(long millis) {
    effectiveAt = at(millis);
    return this;
  }

  public Given fieldTime(String pointer, long millis) {
    fieldTimes = new TreeMap<>(fieldTimes);
    fieldTimes.put(pointer, at(millis));
    return this;
  }

  public Mutation mutation() {
    return new Mutation(
        client,
        new MutationId("m"),
        data == null ? Operation.DELETE : Operation.UPSERT,
        KEY,
        data,
        sentBase,
        baseVersion,
        null,
        effectiveAt,
        fieldTimes,
        null);
  }

  public DecisionInput input() {
    BaseClaim made = claim;
    return new DecisionInput(
        mutation(),
        server,
        made == null ? BaseClaim.of(baseVersion) : made,
        base,
        policy,
        effectiveAt,
        fieldTimes,
        at(1_000_000));
  }

  public Verdict verdict() {
    return Decider.decide(input());
  }

  /** A state whose fields have times of their own, in milliseconds after the start. */
  public static RecordState fieldStamped(RecordState state, String pointer, long millis) {
    FieldTimes times = state.fieldTimes().stamp(Collections.singletonMap(pointer, at(millis)));
    return new RecordState(
        state.version(),
        state.updatedAt(),
        state.deleted(),
        state.data(),
        times,
        state.lastWriter());
  }
}
