package org.tidemark.testkit.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often each thing has to happen in 500 worlds at least: what never does is not proved. */
final class Coverage {
  static final int WORLDS = 500;

  private static final String LEAST =
      """
      100 mishap ANSWER_CUT
      100 mishap ANSWER_LOST
      100 mishap BUSY
      100 mishap FAILED_AFTER
      100 mishap REQUEST_LATE
      100 mishap REQUEST_LOST
      100 mishap REQUEST_TWICE
      100 mishap TOKEN_REFUSED
      100 mishap TOO_MANY
      100 mishap TURNED_AWAY
      300 request arrives late
      1000 request offline
      300 work during a request
      300 others during a request
      20 power cut before apply
      20 power cut after apply
      10 power cut before send
      10 power cut after send
      5 power cut before mark
      5 power cut after mark
      50 power cut before edit
      50 power cut after edit
      100 disk full
      300 restart
      200 clock set
      50 absence of 1 days
      50 absence of 35 days
      50 absence of 100 days
      300 server cleaned
      10 server restored
      30 policy changed
      30 policy of a space changed
      100 space lost
      30 space regained
      50 role set
      50 filter changed
      100 refused CURSOR_EXPIRED
      20 refused CURSOR_MISMATCH
      10 refused CLIENT_ID_TAKEN
      10 refused BATCH_TOO_LARGE
      1000 verdict APPLIED
      500 verdict MERGED
      100 verdict SERVER_WINS
      200 verdict CONFLICT
      50 verdict MUTATION_EXPIRED
      50 verdict SPACE_FORBIDDEN
      50 verdict SERVER_ERROR
      20 verdict DATA_TOO_LARGE
      5 verdict RECORD_UNKNOWN
      50 conflict VERSION
      30 conflict DELETE_EDIT
      20 conflict FIELD
      5 conflict TIMESTAMP
      100 decision KEEP_CLIENT
      100 decision USE_SERVER
      100 decision MERGE
      200 decided APPLIED
      20 decided CONFLICT
      5 decided CONFLICT_CLOSED
      1 decided CONFLICT_UNKNOWN
      3 settled offline
      10 settled elsewhere by KEEP_CLIENT
      10 settled elsewhere by USE_SERVER
      10 settled elsewhere by MERGE
      200 conflict ended RESOLVED
      20 conflict ended SUPERSEDED
      5000 deed EDITED
      200 deed DELETED
      50 deed RESTORED
      200 deed SETTLED
      200 deed DISMISSED
      100 deed RETRIED
      50 deed RISKED
      30 tended DATA_TOO_LARGE
      30 tended MUTATION_EXPIRED
      5 tended RECORD_UNKNOWN
      30 tended SPACE_FORBIDDEN
      30 tended SPACE_LOST
      20 tended NO_ANSWER
      500 overridden by the sync
      200 looked at appends
      200 looked at conflicts kept
      10000 looked at convergence
      10000 looked at cursors forward
      5000 looked at effect once
      200 looked at exact sums
      200 looked at extremes
      10000 looked at nothing lost
      1000 looked at undo exact
      """;

  private Coverage() {}

  /** What happened too seldom. */
  static List<String> missing(Map<String, LongAdder> met) {
    List<String> missing = new ArrayList<>();
    LEAST
        .lines()
        .forEach(
            line -> {
              int end = line.indexOf(' ');
              String kind = line.substring(end + 1);
              LongAdder times = met.get(kind);
              long counted = times == null ? 0 : times.sum();
              if (counted < Long.parseLong(line.substring(0, end))) {
                missing.add(line + ", and was counted " + counted);
              }
            });
    return missing;
  }
}
