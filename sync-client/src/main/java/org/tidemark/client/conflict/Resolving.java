package org.tidemark.client.conflict;

import java.sql.SQLException;
import java.util.Collections;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.ledger.Intake;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.client.replica.LocalChain;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.store.ConflictRow;
import org.tidemark.client.store.OutboxRow;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.json.Document;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.resolve.Resolution;

/**
 * Puts a decision in force on this device and queues it. It counts against the server's side as the
 * person saw it, and stands for every edit that was not sent yet.
 */
final class Resolving {

  private final Entry entry;

  Resolving(Entry entry) {
    this.entry = entry;
  }

  /**
   * @param revision what the person saw; null: the sides as they are now
   */
  ResolveResult resolve(String conflictId, @Nullable String revision, Choice choice)
      throws SQLException {
    ConflictRow row = entry.tables().conflicts().find(conflictId);
    if (row == null) {
      return new ResolveResult.Unknown();
    }
    if (row.state() != ConflictState.OPEN) {
      return new ResolveResult.NotOpen(row.state());
    }
    entry.requireWritable(row.key().space());
    Replica before = entry.tables().records().find(row.key());
    MergePolicy policy = entry.policies().of(row.key().type(), row.key().space());
    ConflictView now = ConflictView.of(row, before, policy);
    if (revision != null && !revision.equals(now.revision())) {
      return new ResolveResult.ChangedMeanwhile(now);
    }
    Conflict seen = now.conflict();
    Document decided = Deciding.data(choice, seen);
    if (decided != null && (choice instanceof Choice.Merge || choice instanceof Choice.Fields)) {
      Intake.checked(decided, policy);
    }
    dropUnsent(before);
    MutationId id = queue(row, seen, decided);
    Replica after = before.with(chain(row, seen, decided));
    OptionalLong serverUndo =
        after.shows(seen.serverData())
            ? OptionalLong.empty()
            : OptionalLong.of(
                entry.keep(seen.serverData(), after, SnapshotReason.RESOLVED_SERVER_SIDE));
    // The person's own side is the newest one: undo brings that back where nobody says which.
    OptionalLong localUndo = entry.snapshot(before, after, SnapshotReason.RESOLVED);
    entry.store(after);
    entry.tables().conflicts().become(conflictId, ConflictState.DECIDED, entry.now());
    entry.tell(new ClientEvent.ConflictClosed(row.key(), conflictId));
    entry.tell(new ClientEvent.RecordChanged(row.key()));
    return new ResolveResult.Queued(id, localUndo, serverUndo);
  }

  private void dropUnsent(Replica replica) throws SQLException {
    for (OutboxRow row : entry.tables().outbox().of(replica.key())) {
      if (!row.queued().isSent() && !row.queued().isResolution()) {
        entry.tables().outbox().remove(row.queued().order());
      }
    }
  }

  private MutationId queue(ConflictRow row, Conflict seen, @Nullable Document decided)
      throws SQLException {
    MutationId id = entry.newId();
    if (Objects.equals(decided, seen.serverData())) {
      add(row, seen, id, Resolution.USE_SERVER, null);
    } else if (Objects.equals(decided, row.told().clientData())) {
      add(row, seen, id, Resolution.KEEP_CLIENT, null);
    } else if (decided != null) {
      add(row, seen, id, Resolution.MERGE, decided);
    } else {
      // A merge can't say "deleted": the server's side is taken, and then deleted.
      add(row, seen, id, Resolution.USE_SERVER, null);
      addDeletion(row, seen, id);
    }
    return id;
  }

  private void add(
      ConflictRow row, Conflict seen, MutationId id, Resolution resolution, @Nullable Document data)
      throws SQLException {
    int version = version(seen);
    entry
        .tables()
        .outbox()
        .add(
            queued(
                row, id, data, version, null, new Queued.Decision(row.id(), resolution, version)));
  }

  private void addDeletion(ConflictRow row, Conflict seen, MutationId previous)
      throws SQLException {
    entry.tables().outbox().add(queued(row, entry.newId(), null, version(seen), previous, null));
  }

  private Queued queued(
      ConflictRow row,
      MutationId id,
      @Nullable Document data,
      int baseVersion,
      @Nullable MutationId previous,
      Queued.@Nullable Decision decision) {
    return new Queued(
        0,
        id,
        row.key(),
        data,
        baseVersion,
        previous,
        entry.now(),
        Collections.emptySortedMap(),
        null,
        decision,
        null,
        Queued.Standing.QUEUED);
  }

  private LocalChain chain(ConflictRow row, Conflict seen, @Nullable Document decided) {
    int version = version(seen);
    return new LocalChain(
        decided, entry.now(), version, BaseClaim.of(version), seen.serverData(), row.tail());
  }

  private static int version(Conflict seen) {
    Integer version = seen.serverVersion();
    if (version == null) {
      throw new IllegalStateException("a conflict without a version of the server");
    }
    return version;
  }
}
