package org.tidemark.client.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.ledger.Names;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.retry.BatchSize;
import org.tidemark.client.retry.Selection;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.settings.Sizes;
import org.tidemark.client.store.OutboxRow;
import org.tidemark.client.store.SettingTable;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PushAnswer;
import org.tidemark.client.transport.PushRequest;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.record.ClientId;

/**
 * Chooses what is due and sends it. Before the first byte leaves, each mutation gets its sequence
 * durably: from then on it is sent word for word as it is, however often.
 */
final class Push {

  private final Ledger ledger;
  private final Transport transport;
  private final BatchSize size;

  Push(Ledger ledger, Transport transport) {
    ClientSettings settings = ledger.settings();
    this.ledger = ledger;
    this.transport = transport;
    this.size = new BatchSize(settings.sizes(), settings.timing().targetBatch());
  }

  /** The next batch; empty when nothing is due. */
  Batch next() {
    Instant now = ledger.now();
    Sizes sizes = ledger.settings().sizes();
    Selection selection =
        ledger.read(
            tables ->
                Selection.of(tables.outbox().heads(), now, size.current(), sizes.batchBytes()));
    return selection.isEmpty()
        ? new Batch(Collections.emptyList())
        : ledger.change("send", entry -> take(entry, selection));
  }

  private static Batch take(Entry entry, Selection selection) throws SQLException {
    Long resolution = selection.resolution();
    List<Long> orders =
        resolution == null ? selection.edits() : Collections.singletonList(resolution);
    List<Queued> mutations = new ArrayList<>();
    for (Long order : orders) {
      OutboxRow row = entry.tables().outbox().find(order);
      // The application may have folded or dismissed it since it was chosen.
      if (row != null && row.queued().standing() == Queued.Standing.QUEUED) {
        mutations.add(sent(entry, row.queued()));
      }
    }
    return new Batch(mutations);
  }

  private static Queued sent(Entry entry, Queued queued) throws SQLException {
    if (queued.isSent()) {
      return queued;
    }
    long sequence = nextSequence(entry);
    entry.tables().outbox().markSent(queued.order(), sequence);
    return queued.sent(sequence);
  }

  /**
   * Rises by one, or to the server's time: a device that was put back to its own backup must not
   * use the sequences again that it has forgotten, or the server takes new edits for old ones some
   * day. The device's own time may be far ahead once, and would be short of that for ever after.
   */
  private static long nextSequence(Entry entry) throws SQLException {
    SettingTable settings = entry.tables().settings();
    long next =
        Math.max(settings.number(Names.SEQUENCE, 0) + 1, settings.number(Names.SERVER_TIME, 0));
    settings.set(Names.SEQUENCE, next);
    return next;
  }

  /** Sends a batch; holds no lock and no transaction. */
  PushAnswer push(ClientId client, Batch batch) throws TransportException {
    Instant begun = ledger.now();
    PushAnswer answer =
        batch.isResolution()
            ? resolve(client, batch.mutations().get(0), begun)
            : send(client, batch, begun);
    size.answered(batch.size(), Duration.between(begun, ledger.now()));
    return answer;
  }

  private PushAnswer send(ClientId client, Batch batch, Instant now) throws TransportException {
    List<Mutation> mutations = new ArrayList<>();
    for (Queued queued : batch.mutations()) {
      mutations.add(queued.toMutation(client));
    }
    return transport.push(new PushRequest(client, now, mutations));
  }

  private PushAnswer resolve(ClientId client, Queued queued, Instant now)
      throws TransportException {
    Queued.Decision decision = Objects.requireNonNull(queued.decision());
    ItemAnswer answer =
        transport.resolveConflict(
            new ResolveRequest(
                client,
                queued.id(),
                decision.conflictId(),
                decision.resolution(),
                queued.data(),
                decision.serverVersionSeen(),
                queued.editedAt(),
                Objects.requireNonNull(queued.sequence())));
    return new PushAnswer(Collections.singletonList(answer), now);
  }

  /** A batch failed as a whole. */
  void failed(Batch batch) {
    size.failed(batch.size());
  }
}
