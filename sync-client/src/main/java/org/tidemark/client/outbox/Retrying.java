package org.tidemark.client.outbox;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.replica.LocalChain;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.store.OutboxRow;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.record.MutationId;

/**
 * Sends a parked mutation again. Where the server has an answer to its name for good, or has
 * forgotten whether it has one, the same intention goes under a new name.
 */
final class Retrying {

  private final Entry entry;

  Retrying(Entry entry) {
    this.entry = entry;
  }

  boolean retry(MutationId id) throws SQLException {
    OutboxRow row = entry.tables().outbox().find(id);
    if (row == null || row.queued().standing() == Queued.Standing.QUEUED) {
      return false;
    }
    Queued waiting = row.queued();
    entry.requireWritable(waiting.key().space());
    String code = code(row.problem());
    if (waiting.standing() != Queued.Standing.REFUSED && !Queued.mayBeDone(code)) {
      entry.tables().outbox().stand(waiting.order(), Queued.Standing.QUEUED, null);
      entry.tables().outbox().attempted(waiting.order(), 0, null, null);
      return true;
    }
    List<Queued> later = later(waiting);
    if (later.stream().anyMatch(Retrying::isUnderWay)) {
      return false;
    }
    if (waiting.isResolution()) {
      renew(waiting, later);
    } else {
      renewTogether(waiting, later, code);
    }
    return true;
  }

  private static String code(@Nullable Problem problem) {
    return problem == null ? "" : problem.code();
  }

  /** The later mutations of the record, which hold what this one made. */
  private List<Queued> later(Queued waiting) throws SQLException {
    List<Queued> later = new ArrayList<>();
    for (OutboxRow other : entry.tables().outbox().of(waiting.key())) {
      if (other.queued().order() > waiting.order()) {
        later.add(other.queued());
      }
    }
    return later;
  }

  private static boolean isUnderWay(Queued later) {
    return later.isSent() && later.standing() != Queued.Standing.REFUSED;
  }

  private void renew(Queued decision, List<Queued> later) throws SQLException {
    MutationId newId = entry.newId();
    entry
        .tables()
        .outbox()
        .replace(decision.renamed(newId, decision.baseVersion(), decision.previous()));
    for (Queued follower : later) {
      if (decision.id().equals(follower.previous())) {
        entry.tables().outbox().follow(follower.order(), newId);
      }
    }
  }

  /**
   * What was built on it goes with it, as one: sent after it, it would name what the server does
   * not know as its base, and what both hold would count twice.
   */
  private void renewTogether(Queued waiting, List<Queued> later, String code) throws SQLException {
    Queued last = waiting;
    TreeMap<String, Instant> times = new TreeMap<>(waiting.editTimes());
    entry.tables().outbox().remove(waiting.order());
    for (Queued follower : untilDecision(later)) {
      last = follower;
      times.putAll(follower.editTimes());
      entry.tables().outbox().remove(follower.order());
    }
    boolean asNew = code.equals("RECORD_UNKNOWN");
    boolean chained = !asNew && !Queued.mayBeDone(code);
    Queued together =
        new Queued(
            waiting.order(),
            entry.newId(),
            waiting.key(),
            last.data(),
            asNew ? null : waiting.baseVersion(),
            chained ? waiting.previous() : null,
            last.editedAt(),
            last.data() == null ? Collections.emptySortedMap() : times,
            waiting.sentBase(),
            null,
            null,
            Queued.Standing.QUEUED);
    entry.tables().outbox().add(together);
    if (asNew) {
      startAfresh(waiting);
    }
  }

  /** A decision has its own place: what was made after it must not be sent, and lost, before it. */
  private static List<Queued> untilDecision(List<Queued> later) {
    List<Queued> edits = new ArrayList<>();
    for (Queued each : later) {
      if (each.isResolution()) {
        break;
      }
      edits.add(each);
    }
    return edits;
  }

  /** The server has no such record, so the chain starts from nothing. */
  private void startAfresh(Queued refused) throws SQLException {
    Replica replica = entry.tables().records().find(refused.key());
    LocalChain chain = replica.chain();
    if (chain != null) {
      LocalChain fresh =
          new LocalChain(chain.data(), chain.editedAt(), null, BaseClaim.of(null), null, null);
      entry.store(new Replica(replica.key(), null, fresh));
    }
  }
}
