package org.tidemark.server.upkeep.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import org.tidemark.server.conflict.control.ConflictCleaner;
import org.tidemark.server.database.Database;
import org.tidemark.server.receipt.control.ReceiptCleaner;
import org.tidemark.server.record.control.HistoryCleaner;

/** One small transaction of cleaning; each gives how many rows it dealt with. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CleaningStep {
  @Inject private Database database;
  @Inject private ReceiptCleaner receipts;
  @Inject private HistoryCleaner history;
  @Inject private ConflictCleaner conflicts;

  public int receipts(Instant now) {
    return database.call(connection -> receipts.step(connection, now));
  }

  public int revisions(Instant before) {
    return database.call(connection -> history.removeRevisions(connection, before));
  }

  public int tombstones(Instant before) {
    return database.call(connection -> history.purgeTombstones(connection, before));
  }

  public int closedConflicts(Instant before) {
    return database.call(connection -> conflicts.step(connection, before));
  }
}
