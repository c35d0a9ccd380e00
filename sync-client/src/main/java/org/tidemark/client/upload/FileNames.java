package org.tidemark.client.upload;

/**
 * Names of files as the server takes them: no path, nothing that can't be seen, the ending kept.
 */
final class FileNames {

  private static final int MOST = 200;

  private FileNames() {}

  static String safe(String name) {
    StringBuilder safe = new StringBuilder();
    name.codePoints().forEach(c -> safe.appendCodePoint(isFine(c) ? c : '_'));
    int from = Math.max(0, safe.length() - MOST);
    boolean inPair = from > 0 && Character.isLowSurrogate(safe.charAt(from));
    String kept = safe.substring(inPair ? from + 1 : from);
    boolean saysNothing = kept.trim().isEmpty() || kept.equals(".") || kept.equals("..");
    return saysNothing ? "file" : kept;
  }

  private static boolean isFine(int c) {
    boolean isLoneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c != '/' && c != '\\' && !Character.isISOControl(c) && !isLoneSurrogate && !turnsText(c);
  }

  /** Whether it turns or breaks text, by which an ending can be made to look like another. */
  private static boolean turnsText(int c) {
    return c == 0x200e
        || c == 0x200f
        || c == 0x061c
        || c == 0x2028
        || c == 0x2029
        || c == 0xfeff
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
