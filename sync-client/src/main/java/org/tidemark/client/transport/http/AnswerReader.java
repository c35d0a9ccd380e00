package org.tidemark.client.transport.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ErrorAnswer;

/** Reads a GraphQL answer off a stream: the one value that was asked for, or the first error. */
final class AnswerReader<T> {

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10_000)
                  .maxNumberLength(100_000)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final Members.ElementReader<T> valueReader;
  private @Nullable T value;
  private final List<ErrorAnswer> errors = new ArrayList<>();
  private final ErrorReader problem = new ErrorReader();

  private AnswerReader(Members.ElementReader<T> valueReader) {
    this.valueReader = valueReader;
  }

  /** What an answer holds. */
  record Read<T>(@Nullable T value, @Nullable ErrorAnswer error) {}

  /** Reads a whole answer; one that ends too early, or is none of ours, fails. */
  static <T> Read<T> read(InputStream body, Members.ElementReader<T> valueReader)
      throws IOException {
    AnswerReader<T> reader = new AnswerReader<>(valueReader);
    try (JsonParser parser = FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the answer is not JSON of ours");
      }
      Members.object(parser, reader::member);
    }
    ErrorAnswer error =
        !reader.errors.isEmpty()
            ? reader.errors.get(0)
            : reader.problem.isKnown() ? reader.problem.error() : null;
    return new Read<>(reader.value, error);
  }

  private void member(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "data" -> Members.object(parser, (field, at) -> readValue(at));
      case "errors" ->
          errors.addAll(
              Members.list(parser, at -> Members.required(ErrorReader.begin(at), "error").error()));
      // A problem document has the members of an error at its top.
      default -> problem.member(name, parser);
    }
  }

  private void readValue(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      value = valueReader.read(parser);
    }
  }
}
