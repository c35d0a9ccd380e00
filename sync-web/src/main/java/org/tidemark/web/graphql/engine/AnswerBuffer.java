package org.tidemark.web.graphql.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** JSON text under construction, as UTF-8 bytes. */
public final class AnswerBuffer {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  /** What follows the backslash for a character below 0x80; 0: written as it is; 'u': in hex. */
  private static final byte[] ESCAPES = escapes();

  private byte[] bytes;
  private int size;

  public AnswerBuffer() {
    this(4096);
  }

  AnswerBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  /** The JSON of a value made of maps, lists, strings, numbers and the core's JSON. */
  public static AnswerBuffer of(@Nullable Object value) {
    AnswerBuffer buffer = new AnswerBuffer();
    ValueWriter.write(value, buffer);
    return buffer;
  }

  public int size() {
    return size;
  }

  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  public String text() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  AnswerBuffer add(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  AnswerBuffer add(byte[] text) {
    room(text.length);
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
    return this;
  }

  AnswerBuffer addNull() {
    return add(NULL);
  }

  AnswerBuffer add(boolean value) {
    return add(value ? TRUE : FALSE);
  }

  AnswerBuffer add(int value) {
    return add(Integer.toString(value).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Text that is JSON already. */
  AnswerBuffer addJson(String json) {
    return add(json.getBytes(StandardCharsets.UTF_8));
  }

  /** A string value; a lone surrogate, which UTF-8 cannot hold, is written as its escape. */
  AnswerBuffer addString(String value) {
    int length = value.length();
    room(length + 2);
    bytes[size++] = '"';
    int i = plainPrefix(value, length);
    if (i < length) {
      addRest(value, i, length);
    }
    return add('"');
  }

  /** Writes characters until one needs more than its own byte; gives that one's place. */
  @SuppressWarnings("deprecation")
  private int plainPrefix(String value, int length) {
    int i = 0;
    while (i < length) {
      char c = value.charAt(i);
      if (c >= 0x80 || ESCAPES[c] != 0) {
        break;
      }
      i++;
    }
    value.getBytes(0, i, bytes, size);
    size += i;
    return i;
  }

  private void addRest(String value, int from, int length) {
    for (int i = from; i < length; i++) {
      room(6);
      char c = value.charAt(i);
      if (c < 0x80) {
        addAscii(c);
      } else if (c < 0x800) {
        bytes[size++] = (byte) (0xc0 | c >> 6);
        bytes[size++] = (byte) (0x80 | c & 0x3f);
      } else if (!Character.isSurrogate(c)) {
        bytes[size++] = (byte) (0xe0 | c >> 12);
        bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[size++] = (byte) (0x80 | c & 0x3f);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        addSupplementary(Character.toCodePoint(c, value.charAt(++i)));
      } else {
        addHexEscape(c);
      }
    }
  }

  private void addAscii(char c) {
    byte escape = ESCAPES[c];
    if (escape == 0) {
      bytes[size++] = (byte) c;
    } else if (escape == 'u') {
      addHexEscape(c);
    } else {
      bytes[size++] = '\\';
      bytes[size++] = escape;
    }
  }

  private void addSupplementary(int codePoint) {
    bytes[size++] = (byte) (0xf0 | codePoint >> 18);
    bytes[size++] = (byte) (0x80 | codePoint >> 12 & 0x3f);
    bytes[size++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
    bytes[size++] = (byte) (0x80 | codePoint & 0x3f);
  }

  private void addHexEscape(char c) {
    bytes[size++] = '\\';
    bytes[size++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[size++] = HEX[c >> shift & 0xf];
    }
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  private static byte[] escapes() {
    byte[] table = new byte[0x80];
    Arrays.fill(table, 0, 0x20, (byte) 'u');
    table['"'] = '"';
    table['\\'] = '\\';
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    return table;
  }
}
