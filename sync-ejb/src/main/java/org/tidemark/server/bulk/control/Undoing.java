package org.tidemark.server.bulk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.resolve.Resolver;
import org.tidemark.server.audit.control.AuditSet;
import org.tidemark.server.bulk.boundary.ItemState;
import org.tidemark.server.conflict.control.ConflictSets;
import org.tidemark.server.conflict.control.ConflictSets.Found;
import org.tidemark.server.conflict.control.ConflictSets.OpenOf;
import org.tidemark.server.conflict.control.ConflictSets.Reopened;
import org.tidemark.server.conflict.control.StoredConflict;
import org.tidemark.server.record.control.LockedRecord;
import org.tidemark.server.record.control.RecordStore;
import org.tidemark.server.record.control.RevisionStore;
import org.tidemark.server.record.control.RevisionStore.RevisionName;

/**
 * Takes settled conflicts of one space back, within the transaction that is under way.
 *
 * <p>A record that still has the version that the job left gets the state before as a new version,
 * and its conflict is open again with the same id, as old as it was. A record that has moved on
 * since keeps what it has, and its conflict stays settled: nothing that came later is lost.
 */
@ApplicationScoped
class Undoing {
  @Inject private ConflictSets conflicts;
  @Inject private RecordStore records;
  @Inject private RevisionStore revisions;
  @Inject private Writing writing;

  List<ItemChange> undo(
      Connection connection, LockedJob job, SpaceId space, List<Item> items, Instant now)
      throws SQLException {
    Set<RecordKey> keys = new LinkedHashSet<>(items.stream().map(Item::key).toList());
    Map<RecordKey, LockedRecord> locked = records.lock(connection, space, keys, job.device());
    Map<String, Found> found =
        conflicts.find(connection, space, items.stream().map(Item::conflictId).toList());
    Set<OpenOf> open = conflicts.open(connection, space, keys);
    Map<RevisionName, BaseState> before = revisions.find(connection, space, replaced(items));
    List<ItemChange> changes = new ArrayList<>();
    List<Written> written = new ArrayList<>();
    List<Reopened> reopened = new ArrayList<>();
    for (Item item : items) {
      LockedRecord record = locked.get(item.key());
      StoredConflict conflict = unchanged(item, found.get(item.conflictId()), record, open);
      RecordState next =
          record == null || conflict == null
              ? null
              : before(job, item, record.state(), conflict, before);
      if (record == null || conflict == null || next == null) {
        changes.add(ItemChange.to(item, ItemState.KEPT));
        continue;
      }
      written.add(written(job, item, record.state(), next));
      reopened.add(
          new Reopened(
              item.conflictId(), conflict.payload().conflict().atServerVersion(next.version())));
      changes.add(ItemChange.to(item, ItemState.UNDONE));
    }
    conflicts.reopen(connection, space, reopened);
    writing.write(connection, job, space, written, 0, now);
    return changes;
  }

  /** The states that the job has replaced. */
  private static Set<RevisionName> replaced(List<Item> items) {
    Set<RevisionName> names = new HashSet<>();
    for (Item item : items) {
      Integer version = item.version();
      if (version != null && !version.equals(item.settledVersion())) {
        names.add(new RevisionName(item.key(), version));
      }
    }
    return names;
  }

  /** The conflict, where nothing has happened to it or its record since; null: something has. */
  private static @Nullable StoredConflict unchanged(
      Item item, @Nullable Found found, @Nullable LockedRecord record, Set<OpenOf> open) {
    Integer settled = item.settledVersion();
    if (found == null || record == null || settled == null) {
      return null;
    }
    StoredConflict conflict = found.conflict();
    boolean asLeft =
        conflict.status().equals("RESOLVED")
            && found.resolvedVersion() == settled
            && record.state().version() == settled
            && !open.contains(new OpenOf(item.key(), conflict.clientId()));
    return asLeft ? conflict : null;
  }

  /** The record with the state before; null: that is not kept any more. */
  private static @Nullable RecordState before(
      LockedJob job,
      Item item,
      RecordState current,
      StoredConflict conflict,
      Map<RevisionName, BaseState> before) {
    Integer version = item.version();
    if (version == null || version == current.version()) {
      return version == null ? null : current;
    }
    BaseState state = before.get(new RevisionName(item.key(), version));
    if (state == null) {
      return null;
    }
    Document data = state instanceof BaseState.Known known ? known.data() : null;
    boolean byField = conflict.inputs().policy().maintainsFieldTimes();
    return Resolver.succeed(data, current, job.device(), job.since(), byField);
  }

  private static Written written(LockedJob job, Item item, RecordState current, RecordState next) {
    return new Written(
        new MutationId("undo-" + job.id() + "-" + item.ord()),
        item.key(),
        current,
        next,
        new AuditSet.Action(
            "conflict.reopen", item.key(), item.conflictId(), current.data(), next.data()));
  }
}
