package org.tidemark.media.store;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which S3-compatible store, and as whom.
 *
 * @param endpoint its address; null: Amazon's own for the region
 * @param publicEndpoint its address for clients, where that is another
 * @param pathStyle whether the bucket stands in the path instead of the host's name
 * @param accessKey null: the credentials that the machine has
 */
public record S3Settings(
    @Nullable URI endpoint,
    @Nullable URI publicEndpoint,
    String region,
    String bucket,
    boolean pathStyle,
    @Nullable String accessKey,
    @Nullable String secretKey) {

  @Override
  public String toString() {
    return "S3Settings[" + endpoint + ", " + region + ", " + bucket + "]";
  }
}
