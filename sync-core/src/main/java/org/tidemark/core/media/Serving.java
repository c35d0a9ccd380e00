package org.tidemark.core.media;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** With which headers stored bytes are given out, so that a browser never runs them. */
public final class Serving {

  /** What a browser shows by itself. SVG and HTML can carry script, so they are not here. */
  private static final Set<String> INLINE =
      Set.of(
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/webp",
          "image/avif",
          "image/bmp",
          "video/mp4",
          "video/webm",
          "audio/mpeg",
          "audio/mp4",
          "audio/ogg",
          "text/plain");

  private Serving() {}

  /** Whether a browser may show the type by itself. */
  public static boolean isInline(ContentType type) {
    return INLINE.contains(type.value());
  }

  public static String disposition(FileName name, ContentType type) {
    return name.disposition(isInline(type));
  }

  /** The headers that every answer with a file's bytes has. */
  public static Map<String, String> headers(FileName name, ContentType type, String sha256) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Content-Type", type.family().equals("text") ? type + ";charset=UTF-8" : type.value());
    headers.put("Content-Disposition", disposition(name, type));
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
    headers.put("Accept-Ranges", "bytes");
    headers.put("ETag", "\"" + sha256 + "\"");
    // The content never changes, the right to it may: it is asked about each time.
    headers.put("Cache-Control", "private, no-cache");
    return headers;
  }
}
