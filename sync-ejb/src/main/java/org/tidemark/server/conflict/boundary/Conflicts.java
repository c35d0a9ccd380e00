package org.tidemark.server.conflict.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.record.Timestamps;
import org.tidemark.server.conflict.control.ConflictQueries;
import org.tidemark.server.conflict.control.Decision;
import org.tidemark.server.database.Database;
import org.tidemark.server.database.Retry;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.pull.control.ChangeNotices;
import org.tidemark.server.push.control.Outcome;
import org.tidemark.server.receipt.boundary.ItemAnswer;
import org.tidemark.server.receipt.control.ReplayCache;

/** Conflicts: what is open, and the decisions of people on it. */
@Stateless
@RolesAllowed({"user", "admin", "auditor"})
public class Conflicts {
  private static final int MOST_IN_PAGE = 200;
  private static final int USUAL_IN_PAGE = 50;

  @Inject private InstantSource clock;
  @Inject private Database database;
  @Inject private ConflictQueries queries;
  @Inject private ResolveTransaction transaction;
  @Inject private ReplayCache replays;
  @Inject private ChangeNotices notices;

  /** The conflicts that the caller may see, oldest first. */
  public ConflictPage list(Caller caller, ConflictFilter filter) {
    check("/space", filter.space() == null ? null : SpaceId.problem(filter.space()));
    check(
        "/entityType",
        filter.entityType() == null ? null : EntityType.problem(filter.entityType()));
    check("/clientId", filter.clientId() == null ? null : ClientId.problem(filter.clientId()));
    int first = filter.first() == null ? USUAL_IN_PAGE : filter.first();
    if (first < 1 || first > MOST_IN_PAGE) {
      throw Failures.invalid("/first", "must be from 1 to " + MOST_IN_PAGE);
    }
    return database.call(connection -> queries.list(connection, caller, filter, first));
  }

  /** One conflict; empty where there is none that the caller may see. */
  public Optional<ConflictView> get(Caller caller, String conflictId) {
    check("/conflictId", MutationId.problem(conflictId));
    return database.call(connection -> queries.get(connection, caller, conflictId));
  }

  /**
   * Carries out a decision, once for each mutation id.
   *
   * @throws SyncException {@code INVALID_REQUEST}, {@code CLIENT_ID_TAKEN}
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public ItemAnswer resolve(Caller caller, ResolveRequest request) {
    Instant receivedAt = Timestamps.cut(clock.instant());
    check("/clientId", ClientId.problem(request.clientId()));
    check("/clientMutationId", MutationId.problem(request.clientMutationId()));
    check("/conflictId", MutationId.problem(request.conflictId()));
    Decision decision = Decision.of(request);
    try {
      Outcome outcome = Retry.races(() -> transaction.resolve(caller, decision, receivedAt));
      if (outcome.receipt() != null) {
        replays.keep(caller.user(), outcome.receipt(), clock.instant());
      }
      if (!outcome.replayed() && outcome.answer().space() != null) {
        notices.changed(new SpaceId(outcome.answer().space()));
      }
      return outcome.answer();
    } catch (RuntimeException e) {
      throw Retry.isUnavailable(e) ? Failures.unavailable(e) : e;
    }
  }

  private static void check(String path, @Nullable String problem) {
    if (problem != null) {
      throw Failures.invalid(path, problem);
    }
  }
}
