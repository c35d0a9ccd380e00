package org.tidemark.server.conflict.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.core.resolve.ResolveOutcome;
import org.tidemark.core.resolve.ResolveRequest;
import org.tidemark.core.resolve.Resolver;
import org.tidemark.core.time.EffectiveTimes;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.media.control.References;
import org.tidemark.server.policy.control.DataRules;
import org.tidemark.server.policy.control.PolicyStore;
import org.tidemark.server.policy.control.ValidatedPolicy;
import org.tidemark.server.push.control.Outcome;
import org.tidemark.server.receipt.boundary.ConflictAnswer;
import org.tidemark.server.receipt.control.AnswerText;
import org.tidemark.server.receipt.control.Receipt;
import org.tidemark.server.receipt.control.ReceiptStore;
import org.tidemark.server.record.control.LockedRecord;
import org.tidemark.server.record.control.RecordStore;
import org.tidemark.server.record.control.RecordStore.NewState;
import org.tidemark.server.record.control.RevisionStore;
import org.tidemark.server.record.control.Writer;
import org.tidemark.server.record.control.WrittenState;
import org.tidemark.server.settings.ServerSettings;
import org.tidemark.server.space.control.ClientLock;
import org.tidemark.server.space.control.ClientStore;
import org.tidemark.server.space.control.SpaceAccess;

/**
 * Carries out a person's decision within the transaction that is under way.
 *
 * <p>A decision is a mutation: the same order of locks, a receipt, a revision, a place in the feed.
 */
@ApplicationScoped
public class Resolving {
  @Inject private ServerSettings settings;
  @Inject private ClientStore clients;
  @Inject private SpaceAccess access;
  @Inject private PolicyStore policies;
  @Inject private DataRules rules;
  @Inject private ReceiptStore receipts;
  @Inject private RecordStore records;
  @Inject private RevisionStore revisions;
  @Inject private ConflictStore conflicts;
  @Inject private References references;
  @Inject private AuditTrail audit;

  public Outcome resolve(
      Connection connection, Caller caller, Decision decision, Instant receivedAt)
      throws SQLException {
    ResolveAnswers answers =
        new ResolveAnswers(caller, decision, receivedAt, settings.receiptLife());
    StoredConflict named = conflicts.find(connection, decision.conflictId());
    String space = named == null ? "" : named.key().space().value();
    ClientLock client =
        clients.lock(
            connection,
            decision.clientId().value(),
            caller.user(),
            space,
            receivedAt,
            Duration.ZERO);
    if (!client.user().equals(caller.user())) {
      throw Failures.clientIdTaken(decision.clientId().value());
    }
    Outcome early = early(connection, answers, decision, client);
    if (early != null) {
      return early;
    }
    if (named == null || !access.mayRead(connection, caller, named.key().space())) {
      return answers.withoutReceipt(Rejections.conflictUnknown());
    }
    if (!access.mayResolve(connection, caller, named.key().space())) {
      return answers.withoutReceipt(Rejections.spaceForbidden(named.key().space()));
    }
    LockedRecord locked = lock(connection, named);
    StoredConflict conflict = conflicts.find(connection, decision.conflictId());
    if (conflict == null) {
      return answers.withoutReceipt(Rejections.conflictUnknown());
    }
    Outcome outcome =
        conflict.isOpen()
            ? decide(connection, caller, decision, receivedAt, client, conflict, locked, answers)
            : closed(connection, answers, conflict, locked);
    if (outcome.receipt() != null) {
      receipts.insert(connection, List.of(outcome.receipt()));
    }
    return outcome;
  }

  private @Nullable Outcome early(
      Connection connection, ResolveAnswers answers, Decision decision, ClientLock client)
      throws SQLException {
    String mutationId = decision.mutationId().value();
    Map<String, Receipt> known =
        receipts.find(connection, decision.clientId(), List.of(mutationId));
    Receipt receipt = known.get(mutationId);
    if (receipt != null) {
      return receipt.fingerprint().equals(decision.fingerprint())
          ? new Outcome(0, AnswerText.read(receipt), receipt, true)
          : answers.withoutReceipt(Rejections.mutationIdReused(decision.mutationId()));
    }
    Long forgotten = client.expiredSequence();
    Long sequence = decision.sequence();
    return forgotten != null && sequence != null && sequence <= forgotten
        ? answers.withoutReceipt(Rejections.mutationExpired(forgotten))
        : null;
  }

  private LockedRecord lock(Connection connection, StoredConflict conflict) throws SQLException {
    RecordKey key = conflict.key();
    LockedRecord locked =
        records.lock(connection, key.space(), List.of(key), conflict.clientId()).get(key);
    if (locked == null) {
      throw new IllegalStateException("a conflict's record is gone");
    }
    return locked;
  }

  private Outcome closed(
      Connection connection, ResolveAnswers answers, StoredConflict conflict, LockedRecord locked)
      throws SQLException {
    String successor = locked.openConflict();
    if (conflict.status().equals("SUPERSEDED") && successor != null) {
      StoredConflict open = conflicts.find(connection, successor);
      if (open != null) {
        return answers.conflicted(conflict, open.payload(), locked.state());
      }
    }
    return answers.rejected(conflict, Rejections.conflictClosed(), locked.state());
  }

  private Outcome decide(
      Connection connection,
      Caller caller,
      Decision decision,
      Instant receivedAt,
      ClientLock client,
      StoredConflict conflict,
      LockedRecord locked,
      ResolveAnswers answers)
      throws SQLException {
    Rejection refused = refusal(connection, client, conflict, decision);
    if (refused != null) {
      return answers.rejected(conflict, refused, null);
    }
    EffectiveTimes times =
        EffectiveTimes.of(
            receivedAt, null, settings.clockTolerance(), List.of(decision.updatedAt()));
    ResolveOutcome outcome =
        Resolver.resolve(
            new ResolveRequest(decision.resolution(), decision.data(), decision.serverVersion()),
            conflict.payload().conflict(),
            conflict.inputs(),
            locked.state(),
            decision.clientId(),
            times.at(decision.updatedAt()));
    if (outcome instanceof ResolveOutcome.MovedOn movedOn) {
      Conflict fresh = movedOn.fresh();
      return answers.conflicted(
          conflict, new ConflictAnswer(conflict.conflictId(), fresh), locked.state());
    }
    if (outcome instanceof ResolveOutcome.Rejected rejected) {
      return answers.rejected(conflict, rejected.rejection(), locked.state());
    }
    RecordState next =
        outcome instanceof ResolveOutcome.Written written ? written.next() : locked.state();
    write(connection, caller, decision, receivedAt, conflict, locked.state(), next);
    return answers.applied(conflict, SyncStatus.APPLIED, next);
  }

  private void write(
      Connection connection,
      Caller caller,
      Decision decision,
      Instant receivedAt,
      StoredConflict conflict,
      RecordState before,
      RecordState next)
      throws SQLException {
    RecordKey key = conflict.key();
    List<NewState> states = List.of();
    if (next != before) {
      Writer writer =
          new Writer(caller.user(), decision.clientId(), decision.mutationId(), receivedAt);
      states = List.of(new NewState(new WrittenState(key, next, writer), true));
      revisions.archive(connection, key.space(), List.of(key), receivedAt);
      references.note(connection, key.space(), states, List.of(), List.of());
    }
    records.write(connection, key.space(), states, 1, receivedAt);
    conflicts.resolve(
        connection, conflict, decision.resolution(), caller.user(), receivedAt, next.version());
    audit.record(
        caller,
        "conflict." + decision.resolution(),
        key,
        conflict.conflictId(),
        text(before.data()),
        text(next.data()));
  }

  /** The policy may have changed since the client's side was let in. */
  private @Nullable Rejection refusal(
      Connection connection, ClientLock client, StoredConflict conflict, Decision decision)
      throws SQLException {
    Document data = written(conflict, decision);
    if (data == null) {
      return null;
    }
    RecordKey key = conflict.key();
    ValidatedPolicy policy =
        policies.book(connection, client.policyEpoch()).find(key.type(), key.space());
    return rules.refusal(policy, data, Locale.ROOT);
  }

  private static @Nullable Document written(StoredConflict conflict, Decision decision) {
    if (decision.data() != null) {
      return Document.of(decision.data());
    }
    return decision.resolution() == Resolution.KEEP_CLIENT
        ? conflict.payload().conflict().clientData()
        : null;
  }

  private static @Nullable String text(@Nullable Document data) {
    return data == null ? null : data.text();
  }
}
