package org.tidemark.testkit.server;

import java.time.Duration;

/**
 * What an operator sets for media.
 *
 * @param partSizeBytes how files are cut
 * @param urlLife how long a signed address opens
 * @param idleLife how long an upload waits for its next part
 * @param orphanLife how long a file stays that nothing names
 */
public record MediaLimits(
    long partSizeBytes, Duration urlLife, Duration idleLife, Duration orphanLife) {

  public static final MediaLimits USUAL =
      new MediaLimits(8 << 20, Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofDays(7));
}
