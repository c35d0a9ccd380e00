package org.tidemark.server.bulk.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tidemark.server.bulk.control.Chunks;
import org.tidemark.server.bulk.control.Forgetting;
import org.tidemark.server.bulk.control.JobStore;
import org.tidemark.server.database.Database;

/** One short JTA transaction of a bulk job. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BulkStep {
  @Inject private Database database;
  @Inject private JobStore jobs;
  @Inject private Chunks chunks;
  @Inject private Forgetting forgetting;

  /** Jobs that the server is to work on. */
  public List<String> due() {
    return database.call(jobs::due);
  }

  /** Does the next part of a job; empty: there is nothing to do here. */
  public Optional<Chunks.Done> next(String jobId, int limit, Instant now) {
    return database.call(connection -> chunks.next(connection, jobId, limit, now));
  }

  /** The item that the next part begins with. */
  public Optional<Integer> first(String jobId) {
    return database.call(connection -> chunks.first(connection, jobId));
  }

  /** Puts an item aside that can't be dealt with, so that it holds up no other. */
  public void putAside(String jobId, int ord, String reason) {
    database.call(
        connection -> {
          chunks.putAside(connection, jobId, ord, reason);
          return true;
        });
  }

  /** Removes a part of what is not kept any more; false: nothing is left to remove. */
  public boolean forget(Instant now) {
    return database.call(connection -> forgetting.step(connection, now));
  }
}
