package org.tidemark.web.graphql.engine;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.server.identity.Caller;
import org.tidemark.web.graphql.CurrentCaller;
import org.tidemark.web.graphql.engine.PreparedDocument.PreparedOperation;

/**
 * Answers GraphQL requests. A body is checked and read once ({@link RequestReader}), its document
 * comes prepared from the cache, graphql-java runs it, and the answer is written as bytes.
 */
public final class GraphQLEngine {
  private final ApiLimits limits;
  private final CurrentCaller callers;
  private final Documents documents;
  private final GraphQLSchema schema;
  private final GraphQL graphQL;

  private GraphQLEngine(ApiSchema api, ApiLimits limits, CurrentCaller callers) {
    this.limits = limits;
    this.callers = callers;
    this.schema = api.schema();
    this.documents = new Documents(api, limits);
    DataFetcherExceptionHandler handler = new OperationFailed.Handler();
    this.graphQL =
        GraphQL.newGraphQL(schema)
            .queryExecutionStrategy(new AsyncExecutionStrategy(handler))
            .mutationExecutionStrategy(new AsyncSerialExecutionStrategy(handler))
            .preparsedDocumentProvider(
                (input, parse) ->
                    CompletableFuture.completedFuture(
                        input
                            .getGraphQLContext()
                            .<PreparedDocument>get(PreparedDocument.class)
                            .entry()))
            .doNotAutomaticallyDispatchDataLoader()
            .build();
  }

  /**
   * @param classes where the annotated classes are
   * @param beans gives the instance of an API class
   */
  public static GraphQLEngine create(
      ClassLoader classes,
      Function<Class<?>, Object> beans,
      ApiLimits limits,
      CurrentCaller callers) {
    ApiSchema api = ApiSchema.build(ApiIndex.read(classes), beans, classes);
    return new GraphQLEngine(api, limits, callers);
  }

  /** The schema in GraphQL's language; null where introspection is off. */
  public @Nullable String schemaText() {
    if (!limits.introspection()) {
      return null;
    }
    return new SchemaPrinter(
            SchemaPrinter.Options.defaultOptions()
                .includeDirectives(false)
                .includeScalarTypes(true))
        .print(schema);
  }

  /** Answers a body of {@code length} bytes; no input makes this throw. */
  public Answer answer(byte[] body, int length, Caller caller) {
    return answer(body, length, caller, request -> run(request, caller));
  }

  /** As {@link #answer(byte[], int, Caller)}, never by the fast lane. */
  Answer answerGenerally(byte[] body, int length, Caller caller) {
    return answer(body, length, caller, request -> runGenerally(request, caller, null));
  }

  private Answer answer(
      byte[] body, int length, Caller caller, Function<GraphQLRequest, Answer> run) {
    try {
      if (length > limits.maxBodyBytes()) {
        throw RequestRefused.bodyTooLarge(limits.maxBodyBytes());
      }
      GraphQLRequest request = RequestReader.read(body, length, documents);
      return callers.during(caller, () -> run.apply(request));
    } catch (RequestRefused e) {
      return refuse(e, caller.correlationId());
    } catch (RuntimeException e) {
      ApiError error = BoundaryFailures.describe(e, caller.correlationId());
      return new Answer(500, ErrorWriter.refusal(error, caller.correlationId()));
    }
  }

  /** The answer to a request that is not run. */
  public static Answer refuse(RequestRefused refusal, String correlationId) {
    return new Answer(refusal.status(), ErrorWriter.refusal(refusal.error(), correlationId));
  }

  /** An error as the text of a whole answer. */
  public static String refusal(ApiError error, String correlationId) {
    return ErrorWriter.refusal(error, correlationId).text();
  }

  private Answer run(GraphQLRequest request, Caller caller) {
    PreparedOperation operation = request.document().operation(request.operationName());
    FastPlan plan = operation == null ? null : operation.plan();
    FastPlan.Attempt attempt = plan == null ? null : plan.run(request.variables());
    if (attempt == null) {
      return runGenerally(request, caller, null);
    }
    AnswerBuffer answer = attempt.answer();
    return answer == null
        ? runGenerally(request, caller, attempt.outcome())
        : new Answer(200, answer);
  }

  /** By graphql-java; an outcome that is given is answered with in place of calling. */
  private Answer runGenerally(GraphQLRequest request, Caller caller, @Nullable Outcome outcome) {
    Map<Object, Object> context = new HashMap<>();
    context.put(PreparedDocument.class, request.document());
    context.put(OperationFailed.Correlation.class, caller.correlationId());
    if (outcome != null) {
      context.put(Outcome.class, outcome);
    }
    ExecutionResult result =
        graphQL.execute(
            ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .graphQLContext(context)
                .locale(Locale.ENGLISH)
                .build());
    return result.isDataPresent()
        ? write(result, caller.correlationId())
        : refuse(request, result, caller.correlationId());
  }

  /** Nothing was called: the document, the choice of an operation or the variables are wrong. */
  private Answer refuse(GraphQLRequest request, ExecutionResult result, String correlationId) {
    PreparedOperation operation = request.document().operation(request.operationName());
    List<FieldProblem> problems =
        operation == null
            ? List.of()
            : VariableProblems.find(schema, operation.definition(), request.variables());
    return problems.isEmpty()
        ? write(result, correlationId)
        : refuse(RequestRefused.variables(problems), correlationId);
  }

  private static Answer write(ExecutionResult result, String correlationId) {
    AnswerBuffer to = new AnswerBuffer();
    to.add('{');
    List<GraphQLError> errors = result.getErrors();
    if (!errors.isEmpty()) {
      ErrorWriter.write(errors, correlationId, to);
    }
    boolean ran = result.isDataPresent();
    if (ran) {
      to.addJson(errors.isEmpty() ? "\"data\":" : ",\"data\":");
      ValueWriter.write(result.getData(), to);
    }
    to.add('}');
    return new Answer(ran ? 200 : 400, to);
  }
}
