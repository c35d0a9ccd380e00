package org.tidemark.server.failure;

import jakarta.ejb.ApplicationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.FieldProblem;

/** A whole request is refused: a stable code, a sentence for people, and the places at fault. */
@ApplicationException(rollback = true)
public class SyncException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final ErrorCategory category;
  private final boolean retryable;
  private final @Nullable Integer retryAfterMs;
  private final transient List<FieldProblem> fields;

  SyncException(
      String code,
      ErrorCategory category,
      boolean retryable,
      @Nullable Integer retryAfterMs,
      String message,
      List<FieldProblem> fields,
      @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.category = category;
    this.retryable = retryable;
    this.retryAfterMs = retryAfterMs;
    this.fields = List.copyOf(fields);
  }

  public String code() {
    return code;
  }

  public ErrorCategory category() {
    return category;
  }

  public boolean retryable() {
    return retryable;
  }

  public @Nullable Integer retryAfterMs() {
    return retryAfterMs;
  }

  /** The sentence for people; never null. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  public List<FieldProblem> fields() {
    return fields;
  }
}
