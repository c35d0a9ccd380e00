package org.tidemark.core.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Why a mutation was refused: a stable code, its category, words for people, and the fields. */
public record Rejection(
    String code,
    ErrorCategory category,
    boolean retryable,
    String message,
    List<FieldProblem> fields) {

  public Rejection {
    fields = Collections.unmodifiableList(new ArrayList<>(fields));
  }
}
