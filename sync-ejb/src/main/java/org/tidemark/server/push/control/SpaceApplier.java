package org.tidemark.server.push.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.MutationReading;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.conflict.control.Closing;
import org.tidemark.server.conflict.control.ConflictStore;
import org.tidemark.server.conflict.control.NewConflict;
import org.tidemark.server.conflict.control.OpenConflict;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.media.control.References;
import org.tidemark.server.policy.control.PolicyBook;
import org.tidemark.server.policy.control.PolicyStore;
import org.tidemark.server.receipt.control.AnswerText;
import org.tidemark.server.receipt.control.Receipt;
import org.tidemark.server.receipt.control.ReceiptStore;
import org.tidemark.server.record.control.LockedRecord;
import org.tidemark.server.record.control.RecordStore;
import org.tidemark.server.record.control.RecordStore.NewState;
import org.tidemark.server.record.control.RevisionStore;
import org.tidemark.server.record.control.RevisionStore.Kept;
import org.tidemark.server.settings.ServerSettings;
import org.tidemark.server.space.control.ClientLock;
import org.tidemark.server.space.control.ClientStore;
import org.tidemark.server.space.control.SpaceAccess;

/**
 * Applies the mutations of one space within the transaction that is under way.
 *
 * <p>Reads by set, asks the core for each mutation in turn, writes by set: the number of statements
 * does not grow with the batch. Locks are taken in one order everywhere: the client's row, the
 * records by (type, id), the space's counter last. The client's row makes copies of one mutation
 * take turns, so that the later one finds the receipt of the earlier. A crash before the commit
 * leaves nothing of all this, one after it leaves everything, and the repeat is answered from the
 * receipts.
 */
@ApplicationScoped
public class SpaceApplier {
  @Inject private ServerSettings settings;
  @Inject private ClientStore clients;
  @Inject private SpaceAccess access;
  @Inject private PolicyStore policies;
  @Inject private ReceiptStore receipts;
  @Inject private RecordStore records;
  @Inject private RevisionStore revisions;
  @Inject private ConflictStore conflicts;
  @Inject private References references;

  /** The outcome of each mutation, in no particular order. */
  public List<Outcome> apply(Connection connection, PushContext context, SpacePart part)
      throws SQLException {
    ClientLock client = lockClient(connection, context, part);
    Map<String, Receipt> known =
        receipts.find(connection, context.clientId(), mutationIds(part.mutations()));
    List<Outcome> outcomes = new ArrayList<>();
    List<Pending> fresh = new ArrayList<>();
    boolean mayWrite = access.mayWrite(connection, context.caller(), part.space(), client.role());
    for (Pending pending : part.mutations()) {
      Outcome early = early(context, client, known, part.space(), mayWrite, pending);
      if (early == null) {
        fresh.add(pending);
      } else {
        outcomes.add(early);
      }
    }
    if (!fresh.isEmpty()) {
      PolicyBook book = policies.book(connection, client.policyEpoch());
      Batch batch = load(connection, context, part, book, known, fresh);
      for (Pending pending : fresh) {
        outcomes.add(batch.decide(pending));
      }
      write(connection, context, part, batch, outcomes);
    }
    return outcomes;
  }

  private ClientLock lockClient(Connection connection, PushContext context, SpacePart part)
      throws SQLException {
    ClientLock client =
        clients.lock(
            connection,
            context.clientId().value(),
            context.caller().user(),
            part.space().value(),
            context.receivedAt(),
            context.times().offset());
    if (!client.user().equals(context.caller().user())) {
      throw Failures.clientIdTaken(context.clientId().value());
    }
    return client;
  }

  /** The answer that needs no look at the record; null: it is the core's to decide. */
  private static @Nullable Outcome early(
      PushContext context,
      ClientLock client,
      Map<String, Receipt> known,
      SpaceId space,
      boolean mayWrite,
      Pending pending) {
    Receipt receipt = known.get(pending.mutationId());
    if (receipt != null) {
      return replay(context, receipt, pending);
    }
    if (!mayWrite) {
      return Answers.withoutReceipt(context, pending, Rejections.spaceForbidden(space));
    }
    Long forgotten = client.expiredSequence();
    if (forgotten != null && isForgotten(forgotten, pending)) {
      return Answers.withoutReceipt(context, pending, Rejections.mutationExpired(forgotten));
    }
    return null;
  }

  private static Outcome replay(PushContext context, Receipt receipt, Pending pending) {
    if (!receipt.fingerprint().equals(pending.fingerprint())) {
      return Answers.withoutReceipt(
          context, pending, Rejections.mutationIdReused(receipt.mutationId()));
    }
    return new Outcome(
        pending.index(),
        AnswerText.read(
            receipt.answer(), pending.draft(), receipt.dataAsSent() ? pending.sentData() : null),
        receipt,
        true);
  }

  private static boolean isForgotten(long highestForgotten, Pending pending) {
    if (pending.reading() instanceof MutationReading.Valid valid) {
      Long sequence = valid.mutation().sequence();
      return sequence != null && sequence <= highestForgotten;
    }
    return false;
  }

  private Batch load(
      Connection connection,
      PushContext context,
      SpacePart part,
      PolicyBook book,
      Map<String, Receipt> known,
      List<Pending> fresh)
      throws SQLException {
    Set<RecordKey> keys = new TreeSet<>();
    for (Pending pending : fresh) {
      if (pending.reading() instanceof MutationReading.Valid valid) {
        keys.add(valid.mutation().key());
      }
    }
    Map<RecordKey, LockedRecord> locked =
        records.lock(connection, part.space(), keys, context.clientId());
    List<String> open =
        locked.values().stream()
            .map(LockedRecord::openConflict)
            .flatMap(Stream::ofNullable)
            .toList();
    // The locks were waited for, but that statement saw the conflicts as they had been before: one
    // that was closed meanwhile is not among the inputs.
    Map<String, OpenConflict> stillOpen = conflicts.open(connection, part.space(), open);
    Map<RecordKey, WorkingRecord> working = new HashMap<>();
    for (RecordKey key : keys) {
      working.put(key, WorkingRecord.of(key, locked.get(key), stillOpen));
    }
    Batch batch = new Batch(context, settings, book, known, working, stillOpen);
    for (Pending pending : fresh) {
      batch.wantBase(pending);
    }
    batch.bases().fetch(connection, part.space(), context.clientId(), receipts, revisions);
    return batch;
  }

  private void write(
      Connection connection,
      PushContext context,
      SpacePart part,
      Batch batch,
      List<Outcome> outcomes)
      throws SQLException {
    List<Receipt> given = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (!outcome.replayed() && outcome.receipt() != null) {
        given.add(outcome.receipt());
      }
    }
    receipts.insert(connection, given);

    List<RecordKey> replaced = new ArrayList<>();
    List<NewState> newest = new ArrayList<>();
    List<Kept> kept = new ArrayList<>(batch.losingSides());
    List<NewConflict> opened = new ArrayList<>();
    List<Closing> closings = new ArrayList<>();
    for (WorkingRecord record : batch.recordsInOrder()) {
      if (record.replacesRow()) {
        replaced.add(record.key());
      }
      if (record.isChanged()) {
        newest.add(record.newest());
        record.passed().forEach(state -> kept.add(new Kept(state, false)));
      }
      opened.addAll(record.conflicts());
      if (record.closing() != null) {
        closings.add(record.closing());
      }
    }
    revisions.archive(connection, part.space(), replaced, context.receivedAt());
    revisions.insert(connection, part.space(), kept);
    references.note(connection, part.space(), newest, kept, opened);
    int closed = ConflictStore.numbersFor(closings, opened);
    if (!newest.isEmpty() || closed > 0) {
      records.write(connection, part.space(), newest, closed, context.receivedAt());
    }
    conflicts.write(
        connection, part.space(), context.caller().user(), context.receivedAt(), closings, opened);
  }

  private static Set<String> mutationIds(List<Pending> mutations) {
    Set<String> ids = new LinkedHashSet<>();
    for (Pending pending : mutations) {
      ids.add(pending.mutationId());
      if (pending.previous() != null) {
        ids.add(pending.previous().value());
      }
    }
    return ids;
  }
}
