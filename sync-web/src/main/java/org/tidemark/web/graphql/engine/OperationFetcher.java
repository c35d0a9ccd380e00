package org.tidemark.web.graphql.engine;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/** Lets graphql-java call an operation, or takes the outcome that the fast lane left. */
final class OperationFetcher implements DataFetcher<@Nullable Object> {
  private final OperationCall call;

  OperationFetcher(OperationCall call) {
    this.call = call;
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    Outcome outcome = environment.getGraphQlContext().get(Outcome.class);
    if (outcome != null) {
      return outcome.get();
    }
    return call.call(call.bind(environment.getArguments()));
  }
}
