package org.tidemark.server.record.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.Fingerprint;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.resolve.Resolver;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.media.control.References;
import org.tidemark.server.policy.control.DataRules;
import org.tidemark.server.policy.control.PolicyStore;
import org.tidemark.server.policy.control.ValidatedPolicy;
import org.tidemark.server.push.control.Outcome;
import org.tidemark.server.receipt.boundary.ErrorAnswer;
import org.tidemark.server.receipt.boundary.ItemAnswer;
import org.tidemark.server.receipt.control.AnswerText;
import org.tidemark.server.receipt.control.Receipt;
import org.tidemark.server.receipt.control.ReceiptStore;
import org.tidemark.server.record.control.RecordStore.NewState;
import org.tidemark.server.settings.ServerSettings;
import org.tidemark.server.space.control.ClientLock;
import org.tidemark.server.space.control.ClientStore;

/**
 * Takes an earlier state back within the transaction that is under way.
 *
 * <p>It is a mutation like any other: the same order of locks, a receipt, a revision, a place in
 * the feed. Conflicts that are open on the record stay open, and show that it has moved on.
 */
@ApplicationScoped
public class Restorer {
  @Inject private ServerSettings settings;
  @Inject private ClientStore clients;
  @Inject private PolicyStore policies;
  @Inject private DataRules rules;
  @Inject private ReceiptStore receipts;
  @Inject private RecordStore records;
  @Inject private RevisionStore revisions;
  @Inject private References references;
  @Inject private AuditTrail audit;

  public Outcome restore(Connection connection, Restoration wish, Document data)
      throws SQLException {
    RecordKey key = wish.key();
    ClientLock client =
        clients.lock(
            connection,
            wish.clientId().value(),
            wish.caller().user(),
            key.space().value(),
            wish.receivedAt(),
            Duration.ZERO);
    if (!client.user().equals(wish.caller().user())) {
      throw Failures.clientIdTaken(wish.clientId().value());
    }
    Fingerprint fingerprint = wish.fingerprint(data);
    Receipt known =
        receipts
            .find(connection, wish.clientId(), List.of(wish.mutationId().value()))
            .get(wish.mutationId().value());
    if (known != null) {
      return known.fingerprint().equals(fingerprint)
          ? new Outcome(0, AnswerText.read(known), known, true)
          : refused(wish, Rejections.mutationIdReused(wish.mutationId()));
    }
    LockedRecord locked =
        records.lock(connection, key.space(), List.of(key), wish.clientId()).get(key);
    if (locked == null) {
      throw Failures.unknown("/id", "That record");
    }
    RecordState current = locked.state();
    if (current.version() != wish.version()) {
      return refused(wish, Rejections.recordMovedOn(current.version()));
    }
    ValidatedPolicy policy =
        policies.book(connection, client.policyEpoch()).find(key.type(), key.space());
    Rejection against = rules.refusal(policy, data, Locale.ROOT);
    if (against != null) {
      return refused(wish, against);
    }
    boolean byField = policy != null && policy.policy().maintainsFieldTimes();
    RecordState next = Resolver.succeed(data, current, wish.clientId(), wish.receivedAt(), byField);
    write(connection, wish, current, next);
    Outcome outcome = applied(wish, fingerprint, next);
    receipts.insert(connection, List.of(outcome.receipt()));
    return outcome;
  }

  private void write(Connection connection, Restoration wish, RecordState before, RecordState next)
      throws SQLException {
    RecordKey key = wish.key();
    Writer writer =
        new Writer(wish.caller().user(), wish.clientId(), wish.mutationId(), wish.receivedAt());
    List<NewState> states = List.of(new NewState(new WrittenState(key, next, writer), true));
    revisions.archive(connection, key.space(), List.of(key), wish.receivedAt());
    references.note(connection, key.space(), states, List.of(), List.of());
    records.write(connection, key.space(), states, 0, wish.receivedAt());
    audit.record(
        wish.caller(), "record.restore", key, null, text(before.data()), text(next.data()));
  }

  private Outcome refused(Restoration wish, Rejection rejection) {
    return new Outcome(0, item(wish, SyncStatus.REJECTED, null, rejection), null, false);
  }

  private Outcome applied(Restoration wish, Fingerprint fingerprint, RecordState next) {
    ItemAnswer answer = item(wish, SyncStatus.APPLIED, next, null);
    RecordKey key = wish.key();
    Receipt receipt =
        new Receipt(
            wish.clientId(),
            wish.mutationId(),
            fingerprint,
            key.space().value(),
            key.type().value(),
            key.id().value(),
            SyncStatus.APPLIED,
            next.version(),
            BaseClaim.of(wish.version()),
            AnswerText.print(answer, true),
            false,
            null,
            null,
            wish.receivedAt(),
            wish.receivedAt().plus(settings.receiptLife()));
    return new Outcome(0, answer, receipt, false);
  }

  private static ItemAnswer item(
      Restoration wish,
      SyncStatus status,
      @Nullable RecordState state,
      @Nullable Rejection rejection) {
    RecordKey key = wish.key();
    return new ItemAnswer(
        wish.mutationId().value(),
        status,
        key.space().value(),
        key.type().value(),
        key.id().value(),
        state == null ? null : state.version(),
        state == null ? null : state.updatedAt(),
        state == null ? null : state.deleted(),
        state == null ? null : state.data(),
        null,
        rejection == null ? null : ErrorAnswer.of(rejection, wish.caller().correlationId()));
  }

  private static @Nullable String text(@Nullable Document data) {
    return data == null ? null : data.text();
  }
}
