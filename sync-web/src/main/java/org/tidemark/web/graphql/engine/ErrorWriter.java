package org.tidemark.web.graphql.engine;

import graphql.GraphQLError;
import graphql.GraphqlErrorException;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.execution.UnknownOperationException;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import java.util.List;
import org.tidemark.core.mutation.FieldProblem;

/** Writes the errors of an answer: message, places, path, and what {@link ApiError} says. */
final class ErrorWriter {
  private ErrorWriter() {}

  /** A whole answer: nothing was run. */
  static AnswerBuffer refusal(ApiError error, String correlationId) {
    AnswerBuffer to = new AnswerBuffer(512);
    to.addJson("{\"errors\":[{\"message\":").addString(error.message());
    writeExtensions(error, correlationId, to);
    return to.addJson("}]}");
  }

  /** The member {@code errors}. */
  static void write(List<GraphQLError> errors, String correlationId, AnswerBuffer to) {
    to.addJson("\"errors\":[");
    String separator = "";
    for (GraphQLError each : errors) {
      to.addJson(separator);
      write(each, correlationId, to);
      separator = ",";
    }
    to.add(']');
  }

  private static void write(GraphQLError each, String correlationId, AnswerBuffer to) {
    ApiError error = describe(each);
    to.addJson("{\"message\":").addString(error.message());
    List<SourceLocation> locations = each.getLocations();
    if (locations != null && !locations.isEmpty()) {
      to.addJson(",\"locations\":[");
      String separator = "";
      for (SourceLocation location : locations) {
        to.addJson(separator).addJson("{\"line\":").add(location.getLine());
        to.addJson(",\"column\":").add(location.getColumn()).add('}');
        separator = ",";
      }
      to.add(']');
    }
    List<Object> path = each.getPath();
    if (path != null && !path.isEmpty()) {
      to.addJson(",\"path\":");
      ValueWriter.write(path, to);
    }
    writeExtensions(error, correlationId, to);
    to.add('}');
  }

  private static void writeExtensions(ApiError error, String correlationId, AnswerBuffer to) {
    to.addJson(",\"extensions\":{\"code\":").addString(error.code());
    to.addJson(",\"category\":").addString(error.category().name());
    to.addJson(",\"retryable\":").add(error.retryable());
    Integer retryAfterMs = error.retryAfterMs();
    if (retryAfterMs != null) {
      to.addJson(",\"retryAfterMs\":").add((int) retryAfterMs);
    }
    to.addJson(",\"correlationId\":").addString(correlationId);
    if (!error.fields().isEmpty()) {
      to.addJson(",\"fields\":[");
      String separator = "";
      for (FieldProblem field : error.fields()) {
        to.addJson(separator).addJson("{\"path\":").addString(field.path());
        to.addJson(",\"message\":").addString(field.message()).add('}');
        separator = ",";
      }
      to.add(']');
    }
    to.add('}');
  }

  private static ApiError describe(GraphQLError each) {
    if (each instanceof OperationFailed failed) {
      return failed.error();
    }
    String message = PlainWords.of(String.valueOf(each.getMessage()));
    if (each instanceof NonNullableFieldWasNullError) {
      return ApiError.serverError();
    } else if (each instanceof ValidationError) {
      return ApiError.invalid("GRAPHQL_VALIDATION", message);
    } else if (each instanceof UnknownOperationException) {
      return ApiError.invalid("OPERATION_UNKNOWN", message);
    } else if (each instanceof graphql.InvalidSyntaxError) {
      return ApiError.invalid("GRAPHQL_SYNTAX", message);
    } else if (each instanceof GraphqlErrorException || each instanceof graphql.GraphQLException) {
      return ApiError.invalid("VARIABLES_INVALID", message);
    }
    return ApiError.invalid("GRAPHQL_INVALID", message);
  }
}
