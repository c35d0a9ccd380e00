package org.tidemark.web.rest.media;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a URL's parameters from the URL alone: asking the container for them may read the body,
 * before anybody knows whether it is allowed.
 */
final class QueryString {
  private QueryString() {}

  /** One that stands twice, or cannot be decoded, is empty. */
  static Map<String, String> read(@Nullable String query) {
    Map<String, String> parameters = new HashMap<>();
    if (query == null) {
      return parameters;
    }
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = pair.substring(0, equals);
        String value = parameters.containsKey(name) ? "" : decoded(pair.substring(equals + 1));
        parameters.put(name, value);
      }
    }
    return parameters;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
