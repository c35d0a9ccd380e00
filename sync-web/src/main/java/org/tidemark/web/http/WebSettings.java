package org.tidemark.web.http;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tidemark.server.settings.Environment;
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
 * @param origins of web pages that may upload media, {@code *} for all: {@code SYNC_CORS_ORIGINS}
 */
public record WebSettings(ApiLimits limits, int streamsOfAUser, int streams, Set<String> origins) {
  private static final Pattern ORIGIN = Pattern.compile("https?://[^/\\s,]+");

  public WebSettings {
    origins = Set.copyOf(origins);
  }

  public boolean allowsOrigin(String origin) {
    return origins.contains(origin) || origins.contains("*");
  }

  /**
   * @throws IllegalStateException naming the variable, its value and what is allowed
   */
  public static WebSettings from(Map<String, String> environment) {
    Environment read = new Environment(environment);
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
        read.whole("SYNC_MAX_STREAMS", 5_000, 1, 1_000_000),
        read.parsed(
            "SYNC_CORS_ORIGINS",
            "",
            WebSettings::origins,
            "origins such as https://app.example.org, with commas between them, or *"));
  }

  private static Set<String> origins(String value) {
    Set<String> origins = new HashSet<>();
    for (String origin : value.split(",")) {
      String bare = origin.strip();
      if (bare.equals("*") || ORIGIN.matcher(bare).matches()) {
        origins.add(bare);
      } else if (!bare.isEmpty()) {
        throw new IllegalArgumentException(bare);
      }
    }
    return origins;
  }
}
