package org.tidemark.web.graphql.engine;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.server.failure.SyncException;

/** Turns what a boundary throws into an error that tells nothing of the server's inside. */
public final class BoundaryFailures {
  private static final Logger LOG = Logger.getLogger(BoundaryFailures.class.getName());

  private BoundaryFailures() {}

  /** A failure of the server's is logged with the correlation id, which the answer names too. */
  public static ApiError describe(Throwable failure, String correlationId) {
    Throwable cause = unwrapped(failure);
    if (cause instanceof SyncException refusal) {
      if (refusal.category() == ErrorCategory.SERVER) {
        LOG.warning(() -> "Request " + correlationId + " is not served now: " + refusal.getCause());
      }
      return new ApiError(
          refusal.code(),
          refusal.category(),
          refusal.retryable(),
          refusal.retryAfterMs(),
          refusal.sentence(),
          refusal.fields());
    } else if (cause instanceof EJBAccessException) {
      return ApiError.forbidden();
    } else if (cause instanceof Binder.Unbindable) {
      return ApiError.invalid("INVALID_REQUEST", "An argument has a value that is not allowed.");
    }
    LOG.log(Level.SEVERE, cause, () -> "Request " + correlationId + " failed");
    return ApiError.serverError();
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable at = failure;
    while (isWrapper(at) && at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }

  private static boolean isWrapper(Throwable failure) {
    return failure.getClass() == EJBException.class
        || failure instanceof CompletionException
        || failure instanceof UndeclaredThrowableException;
  }
}
