package org.tidemark.core.media;

/** A part as the client names it in the end. */
public record NamedPart(int number, String etag) {

  /** Browsers and stores write ETags with quotes, some clients without. */
  public NamedPart {
    etag = unquoted(etag);
  }

  private static String unquoted(String etag) {
    String strong = etag.startsWith("W/") ? etag.substring(2) : etag;
    boolean quoted = strong.length() >= 2 && strong.startsWith("\"") && strong.endsWith("\"");
    return quoted ? strong.substring(1, strong.length() - 1) : strong;
  }
}
