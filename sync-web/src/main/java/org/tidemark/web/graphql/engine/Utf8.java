package org.tidemark.web.graphql.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Checks that bytes are well-formed UTF-8: no overlong forms, no surrogates, nothing cut off. */
final class Utf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  static boolean isWellFormed(byte[] bytes, int length) {
    int i = 0;
    while (i < length) {
      if (i + 8 <= length && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
        i += 8;
        continue;
      }
      int size = sequenceLength(bytes, i, length);
      if (size == 0) {
        return false;
      }
      i += size;
    }
    return true;
  }

  /** 0 when no well-formed sequence starts here. The ranges are those of Unicode's table 3-7. */
  private static int sequenceLength(byte[] bytes, int at, int length) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    int size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + size > length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xff;
    int lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (second < lowest || second > highest) {
      return 0;
    }
    for (int i = at + 2; i < at + size; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return size;
  }
}
