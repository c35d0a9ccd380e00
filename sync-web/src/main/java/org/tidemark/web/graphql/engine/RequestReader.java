package org.tidemark.web.graphql.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.web.graphql.engine.PreparedDocument.PreparedOperation;

/**
 * Reads a request's body in one pass where the query stands before its variables, whose types tell
 * how to read them; where it stands behind, the variables are passed over and read afterwards.
 */
final class RequestReader {
  private final byte[] body;
  private final int length;
  private final Documents documents;

  private @Nullable String query;
  private @Nullable PreparedDocument document;
  private @Nullable String operationName;
  private @Nullable Map<String, @Nullable Object> variables;
  private @Nullable PreparedOperation readFor;
  private int variablesAt = -1;

  private RequestReader(byte[] body, int length, Documents documents) {
    this.body = body;
    this.length = length;
    this.documents = documents;
  }

  static GraphQLRequest read(byte[] body, int length, Documents documents) throws RequestRefused {
    if (!Utf8.isWellFormed(body, length)) {
      throw RequestRefused.badJson("it is not well-formed UTF-8");
    }
    try {
      return new RequestReader(body, length, documents).read();
    } catch (JsonProcessingException e) {
      throw RequestRefused.badJson(place(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? "it cannot be read"
        : "something is wrong in line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr();
  }

  private GraphQLRequest read() throws IOException, RequestRefused {
    if (length >= 2 && (body[0] == 0 || body[1] == 0 || body[0] == (byte) 0xef)) {
      throw RequestRefused.badJson("it must be UTF-8 without a byte order mark");
    }
    try (JsonParser parser = JsonBodies.parser(body, 0, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw RequestRefused.badRequest("The body must be one JSON object with a query.");
      }
      Set<String> seen = new HashSet<>();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (!seen.add(name)) {
          throw RequestRefused.badJson("the member \"" + name + "\" stands twice");
        }
        readMember(name, parser);
      }
      if (parser.nextToken() != null) {
        throw RequestRefused.badJson("something follows the object");
      }
    }
    return finish();
  }

  private void readMember(String name, JsonParser parser) throws IOException, RequestRefused {
    JsonToken token = parser.nextToken();
    switch (name) {
      case "query" -> {
        query = text(name, token, parser);
        document = query == null ? null : documents.prepare(query);
      }
      case "operationName" -> operationName = text(name, token, parser);
      case "variables" -> readVariables(token, parser);
      default -> parser.skipChildren();
    }
  }

  private static @Nullable String text(String name, JsonToken token, JsonParser parser)
      throws IOException, RequestRefused {
    if (token == JsonToken.VALUE_NULL) {
      return null;
    } else if (token != JsonToken.VALUE_STRING) {
      throw RequestRefused.badRequest("\"" + name + "\" must be a string.");
    }
    return parser.getText();
  }

  private void readVariables(JsonToken token, JsonParser parser)
      throws IOException, RequestRefused {
    if (token == JsonToken.VALUE_NULL) {
      return;
    } else if (token != JsonToken.START_OBJECT) {
      throw RequestRefused.badRequest("\"variables\" must be an object.");
    }
    variablesAt = (int) parser.currentTokenLocation().getByteOffset();
    readFor = document == null ? null : document.operation(operationName);
    if (readFor == null) {
      parser.skipChildren();
    } else {
      variables = VariableReader.read(parser, readFor.variables());
    }
  }

  private GraphQLRequest finish() throws IOException, RequestRefused {
    if (query == null || document == null) {
      throw RequestRefused.badRequest("The query is missing.");
    }
    PreparedOperation operation = document.operation(operationName);
    if (operation != null && operation != readFor && variablesAt >= 0) {
      try (JsonParser parser = JsonBodies.parser(body, variablesAt, length - variablesAt)) {
        parser.nextToken();
        variables = VariableReader.read(parser, operation.variables());
      }
    }
    return new GraphQLRequest(
        query, document, operationName, variables == null ? Map.of() : variables);
  }
}
