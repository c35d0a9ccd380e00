package org.tidemark.web.graphql.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonReader;

/** Reads variables: what has the type JSON by the core's reader, the rest as plain Java values. */
final class VariableReader {
  private static final int MAX_DIGITS = 400;

  private final JsonParser parser;

  private VariableReader(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads the object that the parser stands at; members that are no variable are passed over. */
  static Map<String, @Nullable Object> read(JsonParser parser, Map<String, Shape> shapes)
      throws IOException, RequestRefused {
    return new VariableReader(parser).object(shapes, true);
  }

  private Map<String, @Nullable Object> object(Map<String, Shape> shapes, boolean knownOnly)
      throws IOException, RequestRefused {
    Map<String, @Nullable Object> members = new HashMap<>(24);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      Shape shape = shapes.get(name);
      if (shape == null && knownOnly) {
        parser.skipChildren();
        continue;
      }
      if (members.containsKey(name)) {
        throw RequestRefused.badJson("the member \"" + name + "\" stands twice in an object");
      }
      members.put(name, value(shape == null ? Shape.PLAIN : shape));
    }
    return members;
  }

  private @Nullable Object value(Shape shape) throws IOException, RequestRefused {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    } else if (shape == Shape.EXACT) {
      return JsonReader.readValue(parser);
    } else if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> elements = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        elements.add(value(shape));
      }
      return elements;
    } else if (token == JsonToken.START_OBJECT) {
      return object(shape instanceof Shape.Members members ? members.of() : Map.of(), false);
    }
    return scalar(token);
  }

  private Object scalar(JsonToken token) throws IOException, RequestRefused {
    return switch (token) {
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> decimal();
      default -> throw RequestRefused.badJson("a value is missing");
    };
  }

  private Object integer() throws IOException, RequestRefused {
    String digits = digits();
    if (digits.length() < 10) {
      return Integer.valueOf(digits);
    }
    BigInteger number = new BigInteger(digits);
    return number.bitLength() < 32 ? (Object) number.intValue() : number;
  }

  /** Whoever makes a whole number of 1e400000000 writes all its digits, for minutes. */
  private BigDecimal decimal() throws IOException, RequestRefused {
    try {
      BigDecimal number = new BigDecimal(digits());
      if (Math.abs((long) number.precision() - number.scale()) <= MAX_DIGITS) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw exponentOutOfRange();
    }
    throw exponentOutOfRange();
  }

  private static RequestRefused exponentOutOfRange() {
    return RequestRefused.badJson("a number has an exponent out of range");
  }

  private String digits() throws IOException, RequestRefused {
    if (parser.getTextLength() > MAX_DIGITS) {
      throw RequestRefused.badJson("a number has more than " + MAX_DIGITS + " digits");
    }
    return parser.getText();
  }
}
