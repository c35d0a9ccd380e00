package org.tidemark.web.graphql.sync;

import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.tidemark.core.mutation.FieldProblem;

/** What is wrong at one place. */
@Type("FieldError")
public record FieldError(@NonNull String path, @NonNull String message) {
  public static FieldError of(FieldProblem problem) {
    return new FieldError(problem.path(), problem.message());
  }
}
