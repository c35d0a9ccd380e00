package org.tidemark.server.record.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.Timestamps;
import org.tidemark.server.database.Retry;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;
import org.tidemark.server.pull.control.ChangeNotices;
import org.tidemark.server.push.control.Outcome;
import org.tidemark.server.receipt.boundary.ItemAnswer;
import org.tidemark.server.record.control.Restoration;

/** Takes an earlier state of a record back as its next version; for administrators. */
@Stateless
@RolesAllowed({"admin", "auditor"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Restoring {
  @Inject private InstantSource clock;
  @Inject private RestoreTransaction transaction;
  @Inject private ChangeNotices notices;

  /**
   * Why an earlier state would be refused by the rules of its type as they are now; empty: it would
   * not.
   *
   * @param language as of the person who reads it
   */
  public Optional<Rejection> refusal(
      Caller caller, String space, String entityType, String id, String place, Locale language) {
    requireAdmin(caller);
    return transaction.refusal(
        Records.key(caller, space, entityType, id), RevisionPlace.parse(place), language);
  }

  /**
   * Restores, once for each mutation id. The answer is REJECTED with {@code RECORD_MOVED_ON} where
   * the record is not at the version any more that the person saw.
   *
   * @throws org.tidemark.server.failure.SyncException {@code INVALID_REQUEST}, {@code NOT_FOUND},
   *     {@code ROLE_REQUIRED}, {@code CLIENT_ID_TAKEN}
   */
  public ItemAnswer restore(Caller caller, RestoreRequest request) {
    requireAdmin(caller);
    Records.check("/clientId", ClientId.problem(request.clientId()));
    Records.check("/clientMutationId", MutationId.problem(request.clientMutationId()));
    RecordKey key = Records.key(caller, request.space(), request.entityType(), request.id());
    RevisionPlace place = RevisionPlace.parse(request.place());
    Instant receivedAt = Timestamps.cut(clock.instant());
    try {
      Outcome outcome =
          Retry.races(
              () ->
                  transaction.restore(
                      new Restoration(
                          caller,
                          new ClientId(request.clientId()),
                          new MutationId(request.clientMutationId()),
                          key,
                          request.version(),
                          receivedAt),
                      place));
      if (!outcome.replayed()) {
        notices.changed(key.space());
      }
      return outcome.answer();
    } catch (RuntimeException e) {
      throw Retry.isUnavailable(e) ? Failures.unavailable(e) : e;
    }
  }

  private static void requireAdmin(Caller caller) {
    if (!caller.is(Role.ADMIN)) {
      throw Failures.roleRequired("admin");
    }
  }
}
