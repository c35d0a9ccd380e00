package org.tidemark.client.outbox;

import java.sql.SQLException;
import java.time.Instant;
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
    entry.requireWritable(row.queued().key().space());
    String code = code(row.problem());
    if (code.equals("MUTATION_EXPIRED")) {
      renewWithFollowers(row.queued());
    } else if (row.queued().standing() == Queued.Standing.REFUSED) {
      renew(row.queued(), code.equals("RECORD_UNKNOWN"));
    } else {
      entry.tables().outbox().stand(row.queued().order(), Queued.Standing.QUEUED, null);
      entry.tables().outbox().attempted(row.queued().order(), 0, null, null);
    }
    return true;
  }

  private static String code(@Nullable Problem problem) {
    return problem == null ? "" : problem.code();
  }

  private void renew(Queued refused, boolean asNew) throws SQLException {
    MutationId newId = entry.newId();
    Queued renamed =
        asNew
            ? refused.renamed(newId, null, null)
            : refused.renamed(newId, refused.baseVersion(), refused.previous());
    entry.tables().outbox().replace(renamed);
    for (OutboxRow other : entry.tables().outbox().of(refused.key())) {
      if (refused.id().equals(other.queued().previous())) {
        entry.tables().outbox().follow(other.queued().order(), newId);
      }
    }
    if (asNew) {
      startAfresh(refused);
    }
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

  /** What was built on it goes with it: the server would not know what those build on. */
  private void renewWithFollowers(Queued expired) throws SQLException {
    if (expired.isResolution()) {
      renew(expired, false);
      return;
    }
    Queued last = expired;
    TreeMap<String, Instant> times = new TreeMap<>(expired.editTimes());
    for (OutboxRow other : entry.tables().outbox().of(expired.key())) {
      if (other.queued().order() > expired.order() && !other.queued().isResolution()) {
        last = other.queued();
        times.putAll(last.editTimes());
        entry.tables().outbox().remove(last.order());
      }
    }
    Queued joined =
        new Queued(
            expired.order(),
            entry.newId(),
            expired.key(),
            last.data(),
            expired.baseVersion(),
            null,
            last.editedAt(),
            times,
            expired.sentBase(),
            null,
            null,
            Queued.Standing.QUEUED);
    entry.tables().outbox().replace(joined);
  }
}
