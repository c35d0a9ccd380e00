package org.tidemark.client.transport.http;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.Rejection;

/** Reads an error, of a mutation, of a whole request, or as a problem document. */
final class ErrorReader {

  private @Nullable String code;
  private @Nullable String category;
  private boolean retryable;
  private @Nullable Integer retryAfterMs;
  private @Nullable String message;
  private @Nullable String correlationId;
  private final List<FieldProblem> fields = new ArrayList<>();

  /** Reads the object that the parser stands at; null where it is null. */
  static @Nullable ErrorReader begin(JsonParser parser) throws IOException {
    ErrorReader reader = new ErrorReader();
    return Members.object(parser, reader::member) ? reader : null;
  }

  void member(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "code" -> code = Members.text(parser);
      case "category" -> category = Members.text(parser);
      case "retryable" -> retryable = Members.flag(parser);
      case "retryAfterMs" -> retryAfterMs = Members.whole(parser);
      case "message", "title" -> message = Members.text(parser);
      case "correlationId" -> correlationId = Members.text(parser);
      case "fields" -> fields.addAll(Members.list(parser, ErrorReader::field));
      case "extensions" -> Members.object(parser, this::member);
      default -> parser.skipChildren();
    }
  }

  boolean isKnown() {
    return code != null && category != null;
  }

  ErrorAnswer error() throws IOException {
    Rejection rejection =
        new Rejection(
            Members.required(code, "code"),
            category(),
            retryable,
            message == null ? "" : message,
            fields);
    return new ErrorAnswer(
        rejection,
        retryAfterMs == null ? null : Duration.ofMillis(retryAfterMs),
        correlationId == null ? "" : correlationId);
  }

  /** Whether to try again is told beside it, so a category of a newer server does no harm. */
  private ErrorCategory category() throws IOException {
    String name = Members.required(category, "category");
    for (ErrorCategory known : ErrorCategory.values()) {
      if (known.name().equals(name)) {
        return known;
      }
    }
    return ErrorCategory.SERVER;
  }

  private static FieldProblem field(JsonParser parser) throws IOException {
    String[] read = {"", ""};
    Members.object(
        parser,
        (name, at) -> {
          String text = Members.text(at);
          if (name.equals("path") && text != null) {
            read[0] = text;
          } else if (name.equals("message") && text != null) {
            read[1] = text;
          }
        });
    return new FieldProblem(read[0], read[1]);
  }
}
