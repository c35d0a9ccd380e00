package org.tidemark.server.settings;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server's settings, each from one environment variable, checked at start.
 *
 * <p>A value that cannot be read or is out of bounds stops the start with a sentence that names the
 * variable, the value and what is allowed.
 *
 * @param maxBatch mutations in a batch: {@code SYNC_MAX_BATCH}, 1 to 10,000
 * @param maxDataBytes a record's data: {@code SYNC_MAX_DATA_BYTES}, 1 KiB to 16 MiB
 * @param clockTolerance clock differences up to this are not corrected: {@code
 *     SYNC_CLOCK_TOLERANCE}, ISO 8601
 * @param receiptLife how long an answer is kept for repeats: {@code SYNC_RECEIPT_LIFE}
 * @param tombstoneLife how long a deletion stays in the feed: {@code SYNC_TOMBSTONE_LIFE}
 * @param historyLife how long past revisions are kept: {@code SYNC_HISTORY_LIFE}
 * @param closedTypes whether an entity type without a policy is refused: {@code SYNC_CLOSED_TYPES}
 * @param policiesFile JSON file with the policies of the first start: {@code SYNC_POLICIES_FILE}
 * @param demo whether the demo's policies and space are made at first start: {@code SYNC_DEMO}
 */
public record ServerSettings(
    int maxBatch,
    int maxDataBytes,
    Duration clockTolerance,
    Duration receiptLife,
    Duration tombstoneLife,
    Duration historyLife,
    boolean closedTypes,
    @Nullable String policiesFile,
    boolean demo) {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TEN_YEARS = Duration.ofDays(3650);

  public static ServerSettings from(Map<String, String> environment) {
    Environment read = new Environment(environment);
    return new ServerSettings(
        read.whole("SYNC_MAX_BATCH", 1_000, 1, 10_000),
        read.whole("SYNC_MAX_DATA_BYTES", 1 << 20, 1 << 10, 16 << 20),
        read.duration(
            "SYNC_CLOCK_TOLERANCE", Duration.ofSeconds(60), Duration.ZERO, Duration.ofDays(1)),
        read.duration("SYNC_RECEIPT_LIFE", Duration.ofDays(30), SECOND, TEN_YEARS),
        read.duration("SYNC_TOMBSTONE_LIFE", Duration.ofDays(90), SECOND, TEN_YEARS),
        read.duration("SYNC_HISTORY_LIFE", Duration.ofDays(180), SECOND, TEN_YEARS),
        read.flag("SYNC_CLOSED_TYPES", false),
        read.text("SYNC_POLICIES_FILE"),
        read.flag("SYNC_DEMO", false));
  }
}
