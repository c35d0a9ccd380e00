package org.tidemark.media.store;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * How a client sends one part.
 *
 * @param headers that it has to send
 */
public record PartUrl(
    int number,
    long sizeBytes,
    String method,
    URI url,
    Map<String, String> headers,
    Instant expiresAt) {
  public PartUrl {
    headers = Map.copyOf(headers);
  }
}
