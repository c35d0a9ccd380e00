package org.tidemark.server.conflict.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.tidemark.server.conflict.control.Decision;
import org.tidemark.server.conflict.control.Resolving;
import org.tidemark.server.database.Database;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.push.control.Outcome;

/** One JTA transaction for a decision on a conflict. */
@Stateless
@PermitAll
public class ResolveTransaction {
  @Inject private Database database;
  @Inject private Resolving resolving;

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Outcome resolve(Caller caller, Decision decision, Instant receivedAt) {
    return database.call(connection -> resolving.resolve(connection, caller, decision, receivedAt));
  }
}
