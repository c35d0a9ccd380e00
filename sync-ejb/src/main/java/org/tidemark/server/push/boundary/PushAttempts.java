package org.tidemark.server.push.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.MutationReading;
import org.tidemark.core.record.RecordKey;
import org.tidemark.server.database.DatabaseException;
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
  private static final int MOST_ATTEMPTS = 6;
  private static final long FIRST_PAUSE_NANOS = 2_000_000;

  @Inject private PushTransaction transaction;

  List<Outcome> apply(PushContext context, SpacePart part) {
    try {
      return retrying(() -> transaction.apply(context, part));
    } catch (SyncException e) {
      throw e;
    } catch (RuntimeException e) {
      if (isUnavailable(e)) {
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
        outcomes.addAll(retrying(() -> transaction.apply(context, alone)));
      } catch (SyncException e) {
        throw e;
      } catch (RuntimeException e) {
        LOG.errorf(e, "the mutation %s failed", pending.mutationId());
        outcomes.add(Answers.withoutReceipt(context, pending, Unserved.failed()));
        if (key != null) {
          failed.add(key);
        }
      }
    }
    return outcomes;
  }

  private static <T> T retrying(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        DatabaseException failure = databaseFailure(e);
        if (failure == null || !failure.isRace() || attempt == MOST_ATTEMPTS) {
          throw e;
        }
        LOG.debugf("lost a race, attempt %d: %s", attempt, failure.getMessage());
        long pause = FIRST_PAUSE_NANOS << attempt;
        LockSupport.parkNanos(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
      }
    }
  }

  private static boolean isUnavailable(RuntimeException e) {
    DatabaseException failure = databaseFailure(e);
    return failure != null && (failure.isUnavailable() || failure.isRace());
  }

  private static @Nullable DatabaseException databaseFailure(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseException failure) {
        return failure;
      }
    }
    return null;
  }
}
