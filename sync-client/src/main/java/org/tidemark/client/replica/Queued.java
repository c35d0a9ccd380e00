package org.tidemark.client.replica;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.Operation;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.resolve.Resolution;

/**
 * A mutation in the outbox. Once it bears a sequence it was sent, and is never altered again.
 *
 * @param order its place among all; 0: not stored yet
 * @param data the whole object; null: a deletion, or a resolution without data
 * @param editTimes when each field that it changes was changed
 * @param sentBase the base to send along; null: the server has it
 * @param decision what makes it a resolution; null: it is an edit
 * @param sequence given when it is first sent
 */
public record Queued(
    long order,
    MutationId id,
    RecordKey key,
    @Nullable Document data,
    @Nullable Integer baseVersion,
    @Nullable MutationId previous,
    Instant editedAt,
    SortedMap<String, Instant> editTimes,
    @Nullable Document sentBase,
    @Nullable Decision decision,
    @Nullable Long sequence,
    Standing standing) {

  /** The part of a resolution that an edit has not. */
  public record Decision(String conflictId, Resolution resolution, int serverVersionSeen) {}

  /** Whether it may be sent. */
  public enum Standing {
    /** It is sent when its time comes. */
    QUEUED,
    /** It waits for a person; the server has not settled it, so what follows it waits too. */
    PARKED,
    /** It waits for a person; the server refused it for good, and what follows it may go. */
    REFUSED
  }

  public Queued {
    editTimes = Collections.unmodifiableSortedMap(new TreeMap<>(editTimes));
  }

  public boolean isSent() {
    return sequence != null;
  }

  public boolean isResolution() {
    return decision != null;
  }

  /**
   * Whether a refusal leaves open whether the server has done it: it has forgotten, or knows
   * another content by its name, as when this device was put back to its own backup. What builds on
   * such a mutation must not go out by itself.
   */
  public static boolean mayBeDone(String refusal) {
    return refusal.equals("MUTATION_EXPIRED") || refusal.equals("MUTATION_ID_REUSED");
  }

  /** Whether a further edit may still be folded into this one. */
  boolean isOpen() {
    return !isSent() && !isResolution() && standing == Standing.QUEUED;
  }

  /** The mutation as it travels, each time to the byte the same. */
  public Mutation toMutation(ClientId client) {
    TreeMap<String, Instant> fieldTimes = new TreeMap<>(editTimes);
    fieldTimes.values().removeIf(editedAt::equals);
    return new Mutation(
        client,
        id,
        data == null ? Operation.DELETE : Operation.UPSERT,
        key,
        data,
        sentBase,
        baseVersion,
        previous,
        editedAt,
        fieldTimes,
        sequence);
  }

  Queued folded(@Nullable Document next, Instant at, SortedMap<String, Instant> times) {
    return new Queued(
        order, id, key, next, baseVersion, previous, at, times, sentBase, null, null, standing);
  }

  /** The mutation with the sequence that it has from now on. */
  public Queued sent(long given) {
    return new Queued(
        order,
        id,
        key,
        data,
        baseVersion,
        previous,
        editedAt,
        editTimes,
        sentBase,
        decision,
        given,
        standing);
  }

  /** The same intention under a name that the server has never heard. */
  public Queued renamed(
      MutationId newId, @Nullable Integer newBaseVersion, @Nullable MutationId newPrevious) {
    return new Queued(
        order,
        newId,
        key,
        data,
        newBaseVersion,
        newPrevious,
        editedAt,
        editTimes,
        sentBase,
        decision,
        null,
        Standing.QUEUED);
  }
}
