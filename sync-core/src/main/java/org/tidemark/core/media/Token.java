package org.tidemark.core.media;

/** Texts of 130 random bits that nobody can guess, fit for file names, paths and URLs. */
final class Token {

  /** Random bytes that a token is made from. */
  static final int BYTES = 17;

  private static final int LENGTH = 26;
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

  private Token() {}

  static String of(byte[] random) {
    if (random.length != BYTES) {
      throw new IllegalArgumentException("a token is made of 17 bytes, not " + random.length);
    }
    StringBuilder text = new StringBuilder(LENGTH);
    int bits = 0;
    int held = 0;
    for (int i = 0; text.length() < LENGTH; ) {
      if (held < 5) {
        bits = (bits & 0x1f) << 8 | random[i++] & 0xff;
        held += 8;
      }
      held -= 5;
      text.append(DIGITS.charAt(bits >> held & 0x1f));
    }
    return text.toString();
  }

  static boolean is(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      if (DIGITS.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  static void require(String noun, String value) {
    if (!is(value)) {
      throw new IllegalArgumentException("\"" + value + "\" is not " + noun);
    }
  }
}
