package org.tidemark.client.replica;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.BaseRef;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.merge.FieldDiff;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;

/**
 * Turns an edit into a mutation. What was never sent takes the edit in; what was sent stays as it
 * is, and the edit becomes a new mutation that names it as previous, with the chain's base version.
 */
public final class Editing {

  private final Instant now;
  private final MutationId newId;

  /**
   * @param newId the name of a new mutation, should one be needed
   */
  public Editing(Instant now, MutationId newId) {
    this.now = now;
    this.newId = newId;
  }

  /**
   * Plans an edit.
   *
   * @param last the record's last mutation in the outbox
   * @param data the whole new state; null: a deletion
   */
  public EditPlan edit(Replica replica, @Nullable Queued last, @Nullable Document data) {
    if (replica.shows(data)) {
      return new EditPlan(replica, null, null);
    }
    LocalChain chain = replica.chain();
    if (chain == null) {
      return begin(replica, replica.serverVersion(), replica.serverData(), null, data);
    }
    if (last != null && last.isOpen()) {
      return fold(replica, chain, last, data);
    }
    MutationId previous = last == null ? chain.tail() : last.id();
    SortedMap<String, Instant> times = changed(replica.local(), data);
    boolean onOwnData = chain.claim().ref() instanceof BaseRef.ClientData;
    Queued next =
        queued(
            replica.key(),
            data,
            onOwnData ? null : chain.baseVersion(),
            previous,
            times,
            onOwnData ? chain.base() : null);
    return new EditPlan(replica.with(chain.withData(data, now)), next, null);
  }

  /** Plans an edit of a clean record as it was at an earlier version, while a newer one is here. */
  public EditPlan editAsSeen(Replica replica, ServerState seen, @Nullable Document data) {
    return begin(replica, seen.version(), seen.data(), seen.data(), data);
  }

  /** Plans an edit of what was shown of a record that is not here any more. */
  public EditPlan editAsShown(Replica replica, Document shown, Document data) {
    return begin(replica, null, shown, shown, data);
  }

  private EditPlan begin(
      Replica replica,
      @Nullable Integer version,
      @Nullable Document base,
      @Nullable Document sentBase,
      @Nullable Document data) {
    LocalChain chain = new LocalChain(data, now, version, BaseClaim.of(version), base, null);
    SortedMap<String, Instant> times = changed(base, data);
    Queued first = queued(replica.key(), data, version, null, times, sentBase);
    return new EditPlan(replica.with(chain), first, null);
  }

  private EditPlan fold(Replica replica, LocalChain chain, Queued last, @Nullable Document data) {
    if (data == null && last.baseVersion() == null && last.previous() == null) {
      return new EditPlan(replica.with(null), null, last);
    }
    TreeMap<String, Instant> times = new TreeMap<>(last.editTimes());
    times.putAll(changed(last.data(), data));
    SortedMap<String, Instant> kept = data == null ? Collections.emptySortedMap() : times;
    Queued folded = last.folded(data, now, kept);
    return new EditPlan(replica.with(chain.withData(data, now)), folded, null);
  }

  private Queued queued(
      RecordKey key,
      @Nullable Document data,
      @Nullable Integer baseVersion,
      @Nullable MutationId previous,
      SortedMap<String, Instant> times,
      @Nullable Document sentBase) {
    return new Queued(
        0,
        newId,
        key,
        data,
        baseVersion,
        previous,
        now,
        times,
        sentBase,
        null,
        null,
        Queued.Standing.QUEUED);
  }

  private SortedMap<String, Instant> changed(@Nullable Document before, @Nullable Document after) {
    if (after == null) {
      return Collections.emptySortedMap();
    }
    JsonObject old = before == null ? JsonObject.EMPTY : before.json();
    TreeMap<String, Instant> times = new TreeMap<>();
    for (String pointer : FieldDiff.between(old, after.json())) {
      times.put(pointer, now);
    }
    return times;
  }
}
