package org.tidemark.web.http;

import java.util.Map;
import org.tidemark.web.graphql.engine.ApiLimits;

/**
 * The API's settings, each from one environment variable, checked at start.
 *
 * @param limits {@code SYNC_MAX_BODY_BYTES}, {@code SYNC_MAX_QUERY_DEPTH}, {@code
 *     SYNC_MAX_QUERY_FIELDS}, {@code SYNC_MAX_QUERY_ALIASES}, {@code SYNC_MAX_QUERY_TOKENS}, {@code
 *     SYNC_MAX_QUERY_CHARS}, {@code SYNC_INTROSPECTION}
 * @param streamsOfAUser connections of one user to the live channel: {@code
 *     SYNC_MAX_STREAMS_PER_USER}
 * @param streams connections to the live channel: {@code SYNC_MAX_STREAMS}
 */
public record WebSettings(ApiLimits limits, int streamsOfAUser, int streams) {

  /**
   * @throws IllegalStateException naming the variable, its value and what is allowed
   */
  public static WebSettings from(Map<String, String> environment) {
    Reader read = new Reader(environment);
    ApiLimits usual = ApiLimits.DEFAULT;
    ApiLimits limits =
        new ApiLimits(
            read.whole("SYNC_MAX_BODY_BYTES", usual.maxBodyBytes(), 1 << 10, 256 << 20),
            read.whole("SYNC_MAX_QUERY_DEPTH", usual.maxDepth(), 4, 100),
            read.whole("SYNC_MAX_QUERY_FIELDS", usual.maxFields(), 50, 10_000),
            read.whole("SYNC_MAX_QUERY_ALIASES", usual.maxAliases(), 0, 10_000),
            read.whole("SYNC_MAX_QUERY_TOKENS", usual.maxTokens(), 500, 1_000_000),
            read.whole("SYNC_MAX_QUERY_CHARS", usual.maxQueryChars(), 2_000, 10_000_000),
            read.flag("SYNC_INTROSPECTION", usual.introspection()));
    return new WebSettings(
        limits,
        read.whole("SYNC_MAX_STREAMS_PER_USER", 20, 1, 10_000),
        read.whole("SYNC_MAX_STREAMS", 5_000, 1, 1_000_000));
  }

  private record Reader(Map<String, String> environment) {
    int whole(String key, int usual, int least, int most) {
      String value = environment.get(key);
      if (value == null || value.isBlank()) {
        return usual;
      }
      try {
        int number = Integer.parseInt(value.strip());
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw refused(key, value, "a whole number from " + least + " to " + most);
      }
      throw refused(key, value, "a whole number from " + least + " to " + most);
    }

    boolean flag(String key, boolean usual) {
      String value = environment.get(key);
      if (value == null || value.isBlank()) {
        return usual;
      } else if (value.strip().equals("true") || value.strip().equals("false")) {
        return value.strip().equals("true");
      }
      throw refused(key, value, "true or false");
    }

    private static IllegalStateException refused(String key, String value, String allowed) {
      return new IllegalStateException(
          "The setting " + key + " is \"" + value + "\"; it must be " + allowed + ".");
    }
  }
}
