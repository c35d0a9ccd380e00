package org.tidemark.server.push.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.tidemark.core.mutation.MutationReading;
import org.tidemark.core.record.RecordKey;
import org.tidemark.server.database.Retry;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.push.control.Answers;
import org.tidemark.server.push.control.Outcome;
import org.tidemark.server.push.control.Pending;
import org.tidemark.server.push.control.PushContext;
import org.tidemark.server.push.control.SpacePart;
import org.tidemark.server.push.control.Unserved;

/**
 * Tries a space's part of a batch until it commits, or each mutation of it alone.
 *
 * <p>Trying again is always safe: a transaction that had committed without our knowing is found in
 * its receipts.
 */
@ApplicationScoped
class PushAttempts {
  private static final Logger LOG = Logger.getLogger(PushAttempts.class);

  /** The whole batch was tried often enough; a batch of mutations that all fail must end soon. */
  private static final int ATTEMPTS_ALONE = 3;

  @Inject private PushTransaction transaction;

  List<Outcome> apply(PushContext context, SpacePart part) {
    try {
      return Retry.races(() -> transaction.apply(context, part));
    } catch (SyncException e) {
      throw e;
    } catch (RuntimeException e) {
      if (Retry.isUnavailable(e)) {
        throw Failures.unavailable(e);
      }
      LOG.warnf(e, "a batch of %d mutations failed; each is tried alone", part.mutations().size());
      return applyEachAlone(context, part);
    }
  }

  /** One bad mutation never sinks its batch; those that build on it wait for it. */
  private List<Outcome> applyEachAlone(PushContext context, SpacePart part) {
    List<Outcome> outcomes = new ArrayList<>();
    Set<RecordKey> failed = new HashSet<>();
    for (Pending pending : part.mutations()) {
      RecordKey key =
          pending.reading() instanceof MutationReading.Valid valid ? valid.mutation().key() : null;
      if (key != null && failed.contains(key)) {
        outcomes.add(Answers.withoutReceipt(context, pending, Unserved.waitsForAnother()));
        continue;
      }
      try {
        SpacePart alone = new SpacePart(part.space(), List.of(pending));
        outcomes.addAll(Retry.races(ATTEMPTS_ALONE, () -> transaction.apply(context, alone)));
      } catch (SyncException e) {
        throw e;
      } catch (RuntimeException e) {
        if (Retry.isUnavailable(e)) {
          throw Failures.unavailable(e);
        }
        LOG.errorf(e, "the mutation %s failed", pending.mutationId());
        outcomes.add(Answers.withoutReceipt(context, pending, Unserved.failed()));
        if (key != null) {
          failed.add(key);
        }
      }
    }
    return outcomes;
  }
}
