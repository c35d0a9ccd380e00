package org.tidemark.core.media;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The name that a file has for people. Nothing is ever stored under it. */
public record FileName(String value) {

  private static final int MOST_CHARACTERS = 255;
  private static final String PLAIN = "!#$&+-.^_`|~";

  public FileName {
    String problem = problem(value);
    if (problem != null) {
      throw new IllegalArgumentException("a file name " + problem);
    }
  }

  /** What is wrong with the text as a file name, in words; null when it is fine. */
  public static @Nullable String problem(String value) {
    if (value.trim().isEmpty()) {
      return "must not be empty";
    }
    if (value.length() > MOST_CHARACTERS) {
      return "must have at most " + MOST_CHARACTERS + " characters";
    }
    if (value.equals(".") || value.equals("..")) {
      return "must not be a path";
    }
    for (int i = 0; i < value.length(); ) {
      int c = value.codePointAt(i);
      if (c == '/' || c == '\\') {
        return "must not be a path";
      }
      if (Character.isISOControl(c) || turnsText(c)) {
        return "must not hold control characters";
      }
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        return "must not hold lone surrogates";
      }
      i += Character.charCount(c);
    }
    return null;
  }

  /** These make "gpj.exe" look like "exe.jpg", or break lines. */
  private static boolean turnsText(int c) {
    return (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200e
        || c == 0x200f
        || c == 0x061c
        || c == 0x2028
        || c == 0x2029
        || c == 0xfeff;
  }

  /** The header {@code Content-Disposition} (RFC 6266): a plain name, and the exact one. */
  public String disposition(boolean inline) {
    StringBuilder plain = new StringBuilder();
    StringBuilder exact = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean printable = c >= ' ' && c < 0x7f && c != '"' && c != '%';
      plain.append(printable ? c : '_');
    }
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean bare =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || PLAIN.indexOf(c) >= 0;
      if (bare) {
        exact.append(c);
      } else {
        exact.append('%').append(Character.forDigit(c >> 4, 16)).append(hex(c));
      }
    }
    return (inline ? "inline" : "attachment")
        + "; filename=\""
        + plain
        + "\"; filename*=UTF-8''"
        + exact;
  }

  private static char hex(char c) {
    return Character.forDigit(c & 0xf, 16);
  }
}
