package org.tidemark.client.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.replica.EditPlan;
import org.tidemark.client.replica.Editing;
import org.tidemark.client.replica.PolicyBook;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.store.OutboxRow;
import org.tidemark.client.store.SnapshotRow;
import org.tidemark.client.store.SpaceTable;
import org.tidemark.client.store.Tables;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/**
 * One transaction in the making: its tables, its time, and the events to tell once it is durable.
 */
public final class Entry {

  private final Tables tables;
  private final ClientSettings settings;
  private final PolicyBook policies;
  private final Instant now;
  private final List<ClientEvent> events = new ArrayList<>();

  Entry(Tables tables, ClientSettings settings, PolicyBook policies, Instant now) {
    this.tables = tables;
    this.settings = settings;
    this.policies = policies;
    this.now = now;
  }

  public Tables tables() {
    return tables;
  }

  public Instant now() {
    return now;
  }

  public PolicyBook policies() {
    return policies;
  }

  public ClientSettings settings() {
    return settings;
  }

  /** Tells listeners once this is durable. */
  public void tell(ClientEvent event) {
    events.add(event);
  }

  List<ClientEvent> events() {
    return events;
  }

  /** A name that nobody has used before. */
  public MutationId newId() {
    return new MutationId(settings.environment().ids().next());
  }

  public long generation() throws SQLException {
    return tables.settings().number(Names.GENERATION, 1);
  }

  public void store(Replica replica) throws SQLException {
    tables.records().store(replica, generation());
  }

  /** Edits a record: its local state and the outbox together. */
  public Replica edit(RecordKey key, @Nullable Document data) throws SQLException {
    requireWritable(key.space());
    Replica before = tables.records().find(key);
    Queued last = last(tables.outbox().of(key));
    return write(new Editing(now, newId()).edit(before, last, data));
  }

  /** Deletes a record and keeps what it was; gives the snapshot, if one was needed. */
  public OptionalLong delete(RecordKey key) throws SQLException {
    Replica before = tables.records().find(key);
    return snapshot(before, edit(key, null), SnapshotReason.DELETED);
  }

  /** Writes what was planned. */
  public Replica write(EditPlan plan) throws SQLException {
    if (plan.isNothing()) {
      return plan.next();
    }
    Queued dropped = plan.dropped();
    if (dropped != null) {
      tables.outbox().remove(dropped.order());
    }
    Queued stored = plan.stored();
    if (stored != null && stored.order() != 0) {
      tables.outbox().replace(stored);
    } else if (stored != null) {
      tables.outbox().add(stored);
    }
    store(plan.next());
    tell(new ClientEvent.RecordChanged(plan.next().key()));
    return plan.next();
  }

  /** Refuses where the user may only read. */
  public void requireWritable(SpaceId space) throws SQLException {
    SpaceTable.SpaceRow row = tables.spaces().find(space);
    if (row != null && row.lostAt() != null) {
      throw new ClientException(Problems.spaceLost(space.value()));
    }
    if (row != null && row.role().equals("VIEWER")) {
      throw new ClientException(Problems.readOnly(space.value()));
    }
  }

  /** Keeps the local state that is about to be overridden, unless nothing is lost with it. */
  public OptionalLong snapshot(Replica before, Replica after, SnapshotReason reason)
      throws SQLException {
    return after.shows(before.local())
        ? OptionalLong.empty()
        : OptionalLong.of(keep(before.local(), after, reason));
  }

  /** Keeps a state of a record, so that it can take the place of what the record is now. */
  public long keep(@Nullable Document state, Replica now, SnapshotReason reason)
      throws SQLException {
    String undoes = Fingerprints.of(now.local());
    long id =
        tables
            .snapshots()
            .add(
                new SnapshotRow(0, now.key(), this.now, reason, state, undoes),
                settings.undo().mostOfARecord());
    tell(new ClientEvent.Overridden(now.key(), reason));
    return id;
  }

  public static @Nullable Queued last(List<OutboxRow> rows) {
    return rows.isEmpty() ? null : rows.get(rows.size() - 1).queued();
  }
}
