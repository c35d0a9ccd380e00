package org.tidemark.testkit.contract;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.Operation;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;

/** An edit of a case, to be sent by one of its devices; without data it deletes. */
public record Edit(
    String id,
    RecordKey key,
    @Nullable Document data,
    @Nullable Integer baseVersion,
    @Nullable String previous,
    Instant at,
    SortedMap<String, Instant> fieldTimes,
    @Nullable Long sequence) {

  /** When edits are made that say nothing else. */
  public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  static Edit of(String id, RecordKey key, @Nullable String data) {
    Document document = data == null ? null : document(data);
    return new Edit(id, key, document, null, null, NOON, Collections.emptySortedMap(), null);
  }

  static Document document(String json) {
    try {
      return Document.of((JsonObject) JsonReader.read(json));
    } catch (InvalidJson e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  public Edit on(@Nullable Integer version) {
    return new Edit(id, key, data, version, previous, at, fieldTimes, sequence);
  }

  public Edit after(@Nullable Edit earlier) {
    return named(id, earlier == null ? null : earlier.id());
  }

  /** Names a decision or an edit as the previous one. */
  public Edit after(String earlier) {
    return named(id, earlier);
  }

  private Edit named(String newId, @Nullable String newPrevious) {
    return new Edit(newId, key, data, baseVersion, newPrevious, at, fieldTimes, sequence);
  }

  public Edit again(String newId) {
    return named(newId, previous);
  }

  /** So many seconds after noon. */
  public Edit at(long seconds) {
    Instant time = NOON.plusSeconds(seconds);
    return new Edit(id, key, data, baseVersion, previous, time, fieldTimes, sequence);
  }

  public Edit fieldAt(String pointer, long seconds) {
    TreeMap<String, Instant> times = new TreeMap<>(fieldTimes);
    times.put(pointer, NOON.plusSeconds(seconds));
    return new Edit(id, key, data, baseVersion, previous, at, times, sequence);
  }

  public Edit sequence(long number) {
    return new Edit(id, key, data, baseVersion, previous, at, fieldTimes, number);
  }

  public Edit with(String json) {
    return new Edit(id, key, document(json), baseVersion, previous, at, fieldTimes, sequence);
  }

  Mutation by(ClientId client) {
    return new Mutation(
        client,
        new MutationId(id),
        data == null ? Operation.DELETE : Operation.UPSERT,
        key,
        data,
        null,
        baseVersion,
        previous == null ? null : new MutationId(previous),
        at,
        fieldTimes,
        sequence);
  }
}
