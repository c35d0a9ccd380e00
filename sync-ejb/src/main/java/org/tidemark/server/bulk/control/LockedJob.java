package org.tidemark.server.bulk.control;

import java.time.Instant;
import java.util.Set;
import org.tidemark.core.record.ClientId;
import org.tidemark.server.bulk.boundary.BulkChoice;
import org.tidemark.server.bulk.boundary.BulkState;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;

/**
 * A job whose row is locked: nobody else works on it, stops it or goes on with it.
 *
 * @param actor the administrator by whose wish it is in this state, since {@code since}
 * @param policyEpoch rises at every change of a merge policy
 */
public record LockedJob(
    String id, BulkState state, BulkChoice choice, String actor, Instant since, long policyEpoch) {

  /** Who acts, for the audit trail; one job's entries share its id. */
  Caller caller() {
    return new Caller(actor, Set.of(Role.ADMIN), id);
  }

  /** The device that people at the console are. */
  ClientId device() {
    return new ClientId(Caller.consoleClientId(actor));
  }
}
