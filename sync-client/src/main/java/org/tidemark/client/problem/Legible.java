package org.tidemark.client.problem;

/**
 * Texts that came from elsewhere, such as what something between here and the server has answered,
 * in a form that can be stored as JSON and read again.
 */
public final class Legible {

  private static final int REPLACEMENT = 0xfffd;

  private Legible() {}

  /** The text, with a sign in place of each U+0000 and each half of a letter. */
  public static String text(String text) {
    StringBuilder legible = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == 0 || isHalf(c) ? REPLACEMENT : c)
        .forEach(legible::appendCodePoint);
    return legible.toString();
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
