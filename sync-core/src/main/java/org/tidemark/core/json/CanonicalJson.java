package org.tidemark.core.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;

/**
 * The canonical text of a JSON value: RFC 8785's order of names and escapes, but numbers exact.
 *
 * <p>RFC 8785 prints numbers as doubles, which would make 9007199254740993 and 9007199254740992 one
 * value; here every decimal digit counts, laid out as ECMAScript lays out numbers.
 */
public final class CanonicalJson {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private CanonicalJson() {}

  public static String print(Json value) {
    StringBuilder out = new StringBuilder(256);
    append(out, value);
    return out.toString();
  }

  /** The SHA-256 of the canonical text in UTF-8. */
  public static byte[] sha256(Json value) {
    return sha256(value instanceof JsonObject object ? object.canonicalText() : print(value));
  }

  /** The SHA-256 of a text in UTF-8. */
  public static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public static void append(StringBuilder out, Json value) {
    if (value instanceof JsonString string) {
      appendString(out, string.value());
    } else if (value instanceof JsonNumber number) {
      appendNumber(out, number.value());
    } else if (value instanceof JsonObject object) {
      appendObject(out, object);
    } else if (value instanceof JsonArray array) {
      appendArray(out, array.elements());
    } else if (value instanceof JsonBoolean bool) {
      out.append(bool.value());
    } else {
      out.append("null");
    }
  }

  private static void appendObject(StringBuilder out, JsonObject object) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<String, Json> member : object.members().entrySet()) {
      if (!first) {
        out.append(',');
      }
      first = false;
      appendString(out, member.getKey());
      out.append(':');
      append(out, member.getValue());
    }
    out.append('}');
  }

  private static void appendArray(StringBuilder out, List<Json> elements) {
    out.append('[');
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      append(out, elements.get(i));
    }
    out.append(']');
  }

  public static void appendString(StringBuilder out, String text) {
    int first = 0;
    while (first < text.length() && isPlain(text.charAt(first))) {
      first++;
    }
    out.append('"');
    if (first == text.length()) {
      // Most texts, and whole ones are copied much faster than parts.
      out.append(text);
    } else {
      appendEscaping(out, text, first);
    }
    out.append('"');
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  private static void appendEscaping(StringBuilder out, String text, int first) {
    int done = 0;
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c)) {
        out.append(text, done, i);
        done = i + 1;
        appendEscaped(out, c);
      }
    }
    out.append(text, done, text.length());
  }

  private static void appendEscaped(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
    }
  }

  private static void appendNumber(StringBuilder out, BigDecimal value) {
    if (value.scale() <= 0 && value.precision() - value.scale() <= 18) {
      out.append(value.longValue());
      return;
    }
    if (value.signum() < 0) {
      out.append('-');
    }
    String digits = value.unscaledValue().abs().toString();
    int count = digits.length();
    int point = count - value.scale();
    if (count <= point && point <= 21) {
      out.append(digits);
      appendZeros(out, point - count);
    } else if (0 < point && point <= 21) {
      out.append(digits, 0, point).append('.').append(digits, point, count);
    } else if (-6 < point && point <= 0) {
      out.append("0.");
      appendZeros(out, -point);
      out.append(digits);
    } else {
      out.append(digits.charAt(0));
      if (count > 1) {
        out.append('.').append(digits, 1, count);
      }
      out.append('e').append(point > 0 ? "+" : "").append(point - 1);
    }
  }

  private static void appendZeros(StringBuilder out, int count) {
    for (int i = 0; i < count; i++) {
      out.append('0');
    }
  }
}
