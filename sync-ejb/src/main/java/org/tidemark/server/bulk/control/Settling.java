package org.tidemark.server.bulk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.resolve.ResolveOutcome;
import org.tidemark.server.audit.control.AuditSet;
import org.tidemark.server.bulk.boundary.ItemState;
import org.tidemark.server.conflict.control.ConflictSets;
import org.tidemark.server.conflict.control.ConflictSets.Settled;
import org.tidemark.server.conflict.control.StoredConflict;
import org.tidemark.server.policy.control.PolicyBook;
import org.tidemark.server.policy.control.PolicyStore;
import org.tidemark.server.record.control.LockedRecord;
import org.tidemark.server.record.control.RecordStore;
import org.tidemark.server.review.control.Claims;

/**
 * Settles conflicts of one space by a job's choice, within the transaction that is under way.
 *
 * <p>Each is a person's decision as {@code Resolving} carries it out: the record is locked and must
 * still have the version that the conflict showed in the dry run. Whatever came to it since is kept
 * and the item reported. The job's row stands in for the client's as the first lock; then records
 * by (type, id), and the space's counter last.
 */
@ApplicationScoped
class Settling {
  @Inject private ConflictSets conflicts;
  @Inject private RecordStore records;
  @Inject private Claims claims;
  @Inject private PolicyStore policies;
  @Inject private Checking checking;
  @Inject private Writing writing;

  List<ItemChange> settle(
      Connection connection, LockedJob job, SpaceId space, List<Item> items, Instant now)
      throws SQLException {
    Set<RecordKey> keys = new LinkedHashSet<>(items.stream().map(Item::key).toList());
    Map<RecordKey, RecordState> states = new HashMap<>();
    for (Map.Entry<RecordKey, LockedRecord> each :
        records.lock(connection, space, keys, job.device()).entrySet()) {
      states.put(each.getKey(), each.getValue().state());
    }
    // Only now: whoever closes a conflict holds its record's lock.
    List<String> ids = items.stream().map(Item::conflictId).toList();
    Standing standing =
        new Standing(
            job.choice(),
            conflicts.find(connection, space, ids),
            key -> version(states.get(key)),
            claims.ofOthers(connection, job.actor(), ids));
    PolicyBook book = policies.book(connection, job.policyEpoch());
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Item item : items) {
      ItemChange against = standing.against(item);
      if (against == null) {
        decide(job, book, item, standing.conflict(item), states, outcome);
      } else {
        outcome.changes().add(against);
      }
    }
    writing.write(connection, job, space, outcome.written(), outcome.settled().size(), now);
    conflicts.resolve(connection, space, outcome.settled(), job.actor(), now);
    return outcome.changes();
  }

  private record Outcome(List<ItemChange> changes, List<Written> written, List<Settled> settled) {}

  private void decide(
      LockedJob job,
      PolicyBook book,
      Item item,
      StoredConflict conflict,
      Map<RecordKey, RecordState> states,
      Outcome outcome) {
    Plan plan = Plan.of(job.choice(), conflict.payload().conflict());
    RecordState current = states.get(item.key());
    Integer seen = item.version();
    if (current == null || seen == null) {
      throw new IllegalStateException("an item without a version is fit");
    }
    String refused = checking.refusal(book, item, plan);
    if (refused != null) {
      outcome.changes().add(ItemChange.because(item, ItemState.REFUSED, refused));
      return;
    }
    ResolveOutcome resolved = plan.resolve(conflict, seen, current, job.device(), job.since());
    if (resolved instanceof ResolveOutcome.MovedOn) {
      outcome.changes().add(ItemChange.to(item, ItemState.MOVED_ON));
      return;
    }
    if (resolved instanceof ResolveOutcome.Rejected rejected) {
      String why = Checking.words(rejected.rejection());
      outcome.changes().add(ItemChange.because(item, ItemState.REFUSED, why));
      return;
    }
    RecordState next =
        resolved instanceof ResolveOutcome.Written written ? written.next() : current;
    states.put(item.key(), next);
    outcome
        .written()
        .add(
            new Written(
                new MutationId("bulk-" + job.id() + "-" + item.ord()),
                item.key(),
                current,
                next,
                new AuditSet.Action(
                    "conflict." + plan.resolution(),
                    item.key(),
                    item.conflictId(),
                    current.data(),
                    next.data())));
    outcome.settled().add(new Settled(item.conflictId(), plan.resolution(), next.version()));
    outcome
        .changes()
        .add(new ItemChange(item.ord(), ItemState.SETTLED, null, null, next.version(), null));
  }

  private static @Nullable Integer version(@Nullable RecordState state) {
    return state == null ? null : state.version();
  }
}
