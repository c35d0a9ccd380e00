package org.tidemark.web.graphql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says whether a body is what it must be, by its headers. */
final class MediaTypes {
  private MediaTypes() {}

  /** application/json, with no other charset named than UTF-8. */
  static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    if (!parts[0].strip().equals("application/json")) {
      return false;
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        return false;
      }
    }
    return true;
  }

  static boolean isPlain(@Nullable String contentEncoding) {
    return contentEncoding == null || contentEncoding.strip().equalsIgnoreCase("identity");
  }
}
