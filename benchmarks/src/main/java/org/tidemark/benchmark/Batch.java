package org.tidemark.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A request whose ids are made anew in place, so that making the next one costs next to nothing.
 */
final class Batch {
  private static final int ID = 36;
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;
  private final int[] places;
  private final SplittableRandom random = new SplittableRandom();

  /** All ids of mutations, and of records of the type {@code bench}, will be new each time. */
  Batch(byte[] request) {
    bytes = request;
    String text = new String(request, StandardCharsets.ISO_8859_1);
    List<Integer> found = new ArrayList<>();
    find(text, "\"clientMutationId\":\"", found);
    find(text, "\"bench\",\"id\":\"", found);
    places = found.stream().mapToInt(Integer::intValue).toArray();
  }

  byte[] next() {
    for (int place : places) {
      long bits = random.nextLong();
      for (int i = 0; i < ID; i++) {
        if (bytes[place + i] != '-') {
          bytes[place + i] = DIGITS[(int) (bits & 15)];
          bits = bits >>> 4;
          if (i == 17) {
            bits = random.nextLong();
          }
        }
      }
    }
    return bytes;
  }

  private static void find(String text, String prefix, List<Integer> found) {
    for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
      found.add(at + prefix.length());
    }
  }
}
