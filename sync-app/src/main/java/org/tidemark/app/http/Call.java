package org.tidemark.app.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;

/** A request, read strictly and within bounds. */
public final class Call {

  /** The most bytes of a JSON body: a record of the largest size, with its letters escaped. */
  public static final int MOST_BODY_BYTES = 4 << 20;

  private static final int MOST_QUERY = 8_192;

  private final HttpExchange exchange;
  private final InputStream content;
  private final Map<String, String> parameters;

  /**
   * @param content the bytes of the body as they come
   */
  Call(HttpExchange exchange, InputStream content) {
    this.exchange = exchange;
    this.content = content;
    this.parameters = parse(exchange.getRequestURI().getRawQuery());
  }

  private static Map<String, String> parse(@Nullable String query) {
    Map<String, String> parameters = new TreeMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    if (query.length() > MOST_QUERY) {
      throw new Refused(414, "TOO_LONG", "The address is too long.");
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (parameters.put(decode(name), decode(value)) != null) {
        throw Refused.invalid(decode(name), "stands twice in the address");
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refused(400, "INVALID_INPUT", "The address is not well formed.");
    }
  }

  public String method() {
    return exchange.getRequestMethod();
  }

  public String path() {
    return exchange.getRequestURI().getPath();
  }

  /** A header; null: there is none. One that stands twice is refused: which one counts? */
  public @Nullable String header(String name) {
    List<String> values = exchange.getRequestHeaders().get(name);
    if (values != null && values.size() > 1) {
      throw new Refused(400, "INVALID_INPUT", "The header " + name + " stands twice.");
    }
    return values == null || values.isEmpty() ? null : values.get(0);
  }

  public @Nullable String parameter(String name) {
    return parameters.get(name);
  }

  public String required(String name) {
    String value = parameters.get(name);
    if (value == null || value.isEmpty()) {
      throw Refused.invalid(name, "is missing");
    }
    return value;
  }

  /** A number from 1 to the most; the usual one where none is given. */
  public int limit(int usual, int most) {
    String value = parameters.get("limit");
    if (value == null) {
      return usual;
    }
    if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) < 1) {
      throw Refused.invalid("limit", "must be a number from 1 to " + most);
    }
    return Math.min(most, Integer.parseInt(value));
  }

  /** The bytes of the body as they come. */
  public InputStream content() {
    return content;
  }

  /** The body, which must be one JSON object. */
  public JsonObject body() throws IOException {
    String type = header("Content-Type");
    if (type == null || !type.split(";", -1)[0].strip().equals("application/json")) {
      throw new Refused(415, "NOT_JSON", "This needs a body of the type application/json.");
    }
    byte[] bytes = content().readNBytes(MOST_BODY_BYTES + 1);
    if (bytes.length > MOST_BODY_BYTES) {
      throw new Refused(
          413, "TOO_LARGE", "This is too large: at most " + MOST_BODY_BYTES + " bytes are read.");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (JsonReader.read(text) instanceof JsonObject object) {
        return object;
      }
      throw new Refused(400, "INVALID_INPUT", "The body is no JSON object.");
    } catch (CharacterCodingException e) {
      throw new Refused(400, "INVALID_INPUT", "The body is not UTF-8.");
    } catch (InvalidJson e) {
      throw new Refused(400, "INVALID_INPUT", "The body " + e.getMessage() + ".", e.pointer());
    }
  }
}
