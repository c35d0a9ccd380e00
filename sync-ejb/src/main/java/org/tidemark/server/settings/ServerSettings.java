package org.tidemark.server.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
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

  public static ServerSettings from(Map<String, String> environment) {
    Reader read = new Reader(environment);
    return new ServerSettings(
        read.whole("SYNC_MAX_BATCH", 1_000, 1, 10_000),
        read.whole("SYNC_MAX_DATA_BYTES", 1 << 20, 1 << 10, 16 << 20),
        read.duration("SYNC_CLOCK_TOLERANCE", "PT60S", Duration.ZERO, Duration.ofDays(1)),
        read.duration("SYNC_RECEIPT_LIFE", "P30D", Duration.ofSeconds(1), Duration.ofDays(3650)),
        read.duration("SYNC_TOMBSTONE_LIFE", "P90D", Duration.ofSeconds(1), Duration.ofDays(3650)),
        read.duration("SYNC_HISTORY_LIFE", "P180D", Duration.ofSeconds(1), Duration.ofDays(3650)),
        read.flag("SYNC_CLOSED_TYPES"),
        read.text("SYNC_POLICIES_FILE"),
        read.flag("SYNC_DEMO"));
  }

  private record Reader(Map<String, String> environment) {
    @Nullable String text(String key) {
      String value = environment.get(key);
      return value == null || value.isBlank() ? null : value.strip();
    }

    int whole(String key, int otherwise, int least, int most) {
      String value = text(key);
      if (value == null) {
        return otherwise;
      }
      try {
        int number = Integer.parseInt(value);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw refused(key, value, "a whole number from " + least + " to " + most, e);
      }
      throw refused(key, value, "a whole number from " + least + " to " + most, null);
    }

    Duration duration(String key, String otherwise, Duration least, Duration most) {
      String value = text(key);
      String allowed = "an ISO 8601 duration from " + least + " to " + most + ", such as P30D";
      try {
        Duration duration = Duration.parse(value == null ? otherwise : value);
        if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
          return duration;
        }
      } catch (DateTimeParseException e) {
        throw refused(key, String.valueOf(value), allowed, e);
      }
      throw refused(key, String.valueOf(value), allowed, null);
    }

    boolean flag(String key) {
      String value = text(key);
      if (value == null || value.equals("false")) {
        return false;
      }
      if (value.equals("true")) {
        return true;
      }
      throw refused(key, value, "true or false", null);
    }

    private static IllegalStateException refused(
        String key, String value, String allowed, @Nullable Exception cause) {
      return new IllegalStateException(
          "The setting " + key + " is \"" + value + "\"; it must be " + allowed + ".", cause);
    }
  }
}
