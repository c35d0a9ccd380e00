package org.tidemark.web.graphql.engine;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An operation's failure among the errors of an answer. */
final class OperationFailed implements GraphQLError {
  private static final long serialVersionUID = 1L;

  private final transient ApiError error;
  private final transient List<Object> path;
  private final List<SourceLocation> locations;

  private OperationFailed(ApiError error, List<Object> path, SourceLocation location) {
    this.error = error;
    this.path = path;
    this.locations = List.of(location);
  }

  /** Describes what an operation threw, for the request that the context names. */
  static final class Handler implements DataFetcherExceptionHandler {
    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
        DataFetcherExceptionHandlerParameters thrown) {
      String correlationId =
          thrown.getDataFetchingEnvironment().getGraphQlContext().get(Correlation.class);
      ApiError error = BoundaryFailures.describe(thrown.getException(), correlationId);
      return CompletableFuture.completedFuture(
          DataFetcherExceptionHandlerResult.newResult(
                  new OperationFailed(error, thrown.getPath().toList(), thrown.getSourceLocation()))
              .build());
    }
  }

  /** The key of the correlation id in graphql-java's context. */
  static final class Correlation {
    private Correlation() {}
  }

  ApiError error() {
    return error;
  }

  @Override
  public String getMessage() {
    return error.message();
  }

  @Override
  public List<SourceLocation> getLocations() {
    return locations;
  }

  @Override
  public ErrorClassification getErrorType() {
    return ErrorType.DataFetchingException;
  }

  @Override
  public List<Object> getPath() {
    return path;
  }
}
