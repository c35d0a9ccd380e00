package org.tidemark.server.push.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.tidemark.server.database.Database;
import org.tidemark.server.push.control.Outcome;
import org.tidemark.server.push.control.PushContext;
import org.tidemark.server.push.control.SpaceApplier;
import org.tidemark.server.push.control.SpacePart;

/**
 * One JTA transaction for the mutations of one space: receipts, records, revisions, feed positions
 * and conflicts are committed together or not at all.
 */
@Stateless
@PermitAll
public class PushTransaction {
  @Inject private Database database;
  @Inject private SpaceApplier applier;

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<Outcome> apply(PushContext context, SpacePart part) {
    return database.call(connection -> applier.apply(connection, context, part));
  }
}
