package org.tidemark.testkit.server;

import java.time.Duration;

/** What an operator sets; the usual values are those of the real server. */
public record ModelSettings(
    Duration clockTolerance,
    Duration receiptLife,
    Duration tombstoneLife,
    Duration historyLife,
    int maxBatch,
    int maxDataBytes) {

  public static final ModelSettings USUAL =
      new ModelSettings(
          Duration.ofSeconds(60),
          Duration.ofDays(30),
          Duration.ofDays(90),
          Duration.ofDays(180),
          1_000,
          1 << 20);

  public ModelSettings withLives(Duration receipts, Duration tombstones, Duration history) {
    return new ModelSettings(clockTolerance, receipts, tombstones, history, maxBatch, maxDataBytes);
  }

  public ModelSettings withMaxBatch(int mutations) {
    return new ModelSettings(
        clockTolerance, receiptLife, tombstoneLife, historyLife, mutations, maxDataBytes);
  }
}
