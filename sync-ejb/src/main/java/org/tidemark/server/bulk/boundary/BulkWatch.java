package org.tidemark.server.bulk.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tidemark.core.record.MutationId;
import org.tidemark.server.bulk.control.ItemStore;
import org.tidemark.server.bulk.control.JobStore;
import org.tidemark.server.database.Database;

/**
 * How far bulk jobs have come, for pages that stand open.
 *
 * <p>It is asked from a timer, on behalf of people whom the console has let in before, and leaves
 * no trace in the audit trail: opening the page did.
 */
@Stateless
@PermitAll
public class BulkWatch {
  @Inject private Database database;
  @Inject private JobStore jobs;
  @Inject private ItemStore items;

  /** A job with its counts; empty: there is none, or none any more. */
  public Optional<BulkJob> look(String jobId) {
    return MutationId.problem(jobId) != null
        ? Optional.empty()
        : database.call(
            connection -> jobs.find(connection, jobId, items.counts(connection, jobId)));
  }
}
