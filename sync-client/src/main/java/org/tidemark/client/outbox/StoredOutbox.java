package org.tidemark.client.outbox;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.report.Report;
import org.tidemark.client.retry.Selection;
import org.tidemark.client.store.OutboxRow;
import org.tidemark.core.record.MutationId;

/** The outbox in the local database. */
public final class StoredOutbox implements Outbox {

  private final Ledger ledger;

  public StoredOutbox(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<OutboxItem> pending() {
    return pending(null, Integer.MAX_VALUE);
  }

  @Override
  public List<OutboxItem> pending(@Nullable MutationId after, int limit) {
    return ledger.read(tables -> items(tables.outbox().queued(after, limit)));
  }

  @Override
  public List<OutboxItem> parked() {
    return parked(null, Integer.MAX_VALUE);
  }

  @Override
  public List<OutboxItem> parked(@Nullable MutationId after, int limit) {
    return ledger.read(tables -> items(tables.outbox().waiting(after, limit)));
  }

  @Override
  public Optional<OutboxItem> find(MutationId id) {
    return ledger.read(
        tables -> Optional.ofNullable(tables.outbox().find(id)).map(StoredOutbox::item));
  }

  @Override
  public int count() {
    return ledger.read(tables -> tables.outbox().countQueued() + tables.outbox().countWaiting());
  }

  @Override
  public Optional<Instant> nextAttempt() {
    Instant now = ledger.now();
    return ledger.read(tables -> Selection.nextAttempt(tables.outbox().heads(), now));
  }

  @Override
  public void hurry() {
    ledger.write("hurry", entry -> entry.tables().outbox().hurry());
    ledger.edited().raise();
  }

  @Override
  public boolean retry(MutationId id) {
    boolean done = ledger.change("retry", entry -> new Retrying(entry).retry(id));
    ledger.edited().raise();
    return done;
  }

  @Override
  public boolean dismiss(MutationId id) {
    return ledger.change("dismiss", entry -> new Dismissing(entry).dismiss(id));
  }

  @Override
  public Path report(MutationId id, Path folder, boolean withContents) {
    return new Report(ledger, withContents, id).write(folder);
  }

  private static List<OutboxItem> items(List<OutboxRow> rows) throws SQLException {
    List<OutboxItem> items = new ArrayList<>();
    for (OutboxRow row : rows) {
      items.add(item(row));
    }
    return items;
  }

  private static OutboxItem item(OutboxRow row) {
    Queued queued = row.queued();
    Queued.Decision decision = queued.decision();
    String edit = queued.data() == null ? "DELETE" : "UPSERT";
    return new OutboxItem(
        queued.id(),
        queued.key(),
        decision == null ? edit : decision.resolution().name(),
        queued.data(),
        state(queued),
        queued.editedAt(),
        row.attempts(),
        row.nextAttempt(),
        row.problem());
  }

  private static OutboxState state(Queued queued) {
    if (queued.standing() != Queued.Standing.QUEUED) {
      return OutboxState.PARKED;
    }
    return queued.isSent() ? OutboxState.SENT : OutboxState.WAITING;
  }
}
