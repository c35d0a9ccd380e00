package org.tidemark.web.http;

import java.util.Map;
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
 */
public record WebSettings(ApiLimits limits, int streamsOfAUser, int streams) {

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
        read.whole("SYNC_MAX_STREAMS", 5_000, 1, 1_000_000));
  }
}
