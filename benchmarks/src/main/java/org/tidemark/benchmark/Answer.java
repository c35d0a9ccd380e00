package org.tidemark.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The bytes of one answer, of which only the first {@code length} count. */
@SuppressWarnings("ArrayRecordComponent") // a view for the moment, never compared
record Answer(byte[] bytes, int length) {

  int count(String part) {
    byte[] wanted = part.getBytes(StandardCharsets.US_ASCII);
    int count = 0;
    for (int at = find(wanted, 0); at >= 0; at = find(wanted, at + wanted.length)) {
      count++;
    }
    return count;
  }

  void expect(String part, int times) throws IOException {
    int found = count(part);
    if (found != times) {
      throw new IOException(found + " times and not " + times + " " + part + ": " + start());
    }
  }

  /** The text between a prefix and the next quotation mark. */
  String after(String prefix) throws IOException {
    byte[] wanted = prefix.getBytes(StandardCharsets.US_ASCII);
    int from = find(wanted, 0) + wanted.length;
    int to = find(new byte[] {'"'}, from);
    if (from < wanted.length || to < 0) {
      throw new IOException("no " + prefix + " in " + start());
    }
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }

  String start() {
    return new String(bytes, 0, Math.min(500, length), StandardCharsets.UTF_8);
  }

  private int find(byte[] wanted, int from) {
    for (int at = from; at <= length - wanted.length; at++) {
      int i = 0;
      while (i < wanted.length && bytes[at + i] == wanted[i]) {
        i++;
      }
      if (i == wanted.length) {
        return at;
      }
    }
    return -1;
  }
}
