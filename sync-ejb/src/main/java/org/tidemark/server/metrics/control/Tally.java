package org.tidemark.server.metrics.control;

import java.time.Duration;
import org.tidemark.core.chain.SyncStatus;

/** What is counted by the hour: verdicts, replays, and how far behind clients were that pulled. */
public enum Tally {
  APPLIED,
  MERGED,
  SERVER_WINS,
  CONFLICT,
  REJECTED,
  /** A mutation came again and got its answer again. */
  REPLAYED,
  BEHIND_UNDER_A_MINUTE,
  BEHIND_UNDER_AN_HOUR,
  BEHIND_UNDER_A_DAY,
  BEHIND_UNDER_A_WEEK,
  BEHIND_LONGER;

  static Tally of(SyncStatus status) {
    return valueOf(status.name());
  }

  /** Of a client that was last up to date so long ago. */
  static Tally behind(Duration lag) {
    if (lag.toMinutes() < 1) {
      return BEHIND_UNDER_A_MINUTE;
    }
    if (lag.toHours() < 1) {
      return BEHIND_UNDER_AN_HOUR;
    }
    if (lag.toDays() < 1) {
      return BEHIND_UNDER_A_DAY;
    }
    return lag.toDays() < 7 ? BEHIND_UNDER_A_WEEK : BEHIND_LONGER;
  }
}
