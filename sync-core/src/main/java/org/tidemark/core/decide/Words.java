package org.tidemark.core.decide;

import java.time.Instant;
import org.tidemark.core.merge.FieldOutcome;
import org.tidemark.core.merge.MergeResult;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.Timestamps;

/** The explanations of verdicts, in sentences for administrators. */
final class Words {

  static final Explanation CREATED =
      new Explanation("4", "the record never existed and the client creates it.");
  static final Explanation NEVER_WAS =
      new Explanation("5/DELETE", "the record never existed: it is gone, as the client wishes.");
  static final Explanation UNKNOWN =
      new Explanation("5", "the edit builds on a record that never existed here.");
  static final Explanation SUCCESSOR =
      new Explanation("6", "the edit builds on the present version, so nothing has diverged.");
  static final Explanation REPEATED_BY_CLIENT =
      new Explanation("7", "the content is what this client wrote last, so nothing changes.");
  static final Explanation CREATED_ALIKE =
      new Explanation("7", "the record was created with the same content, so nothing changes.");

  private Words() {}

  static Explanation ahead(int claimed, int present) {
    return new Explanation(
        "8",
        "the edit builds on version "
            + claimed
            + ", but the server has only come to "
            + present
            + ": it was restored from a backup, and no time can decide.");
  }

  /** A verdict by the times of both sides. */
  static Explanation byTime(DecisionInput input, RecordState server, String rule, String cell) {
    return row(input, rule + "/" + cell, compared(input.effectiveAt(), server.updatedAt()) + ".");
  }

  /** A verdict that no time had a part in. A policy that was never saved has no version to name. */
  static Explanation row(DecisionInput input, String cell, String words) {
    int version = input.policy().version();
    return new Explanation(
        "9/" + cell,
        "both sides changed the record, and the policy of "
            + input.policy().type()
            + (version == 0 ? "" : " (version " + version + ")")
            + " is "
            + input.policy().strategy()
            + ": "
            + words);
  }

  /** A merge that left some field to a person. */
  static Explanation unsettled(DecisionInput input, String rule, MergeResult merge) {
    StringBuilder words = new StringBuilder();
    for (FieldOutcome field : merge.fields()) {
      if (field.trouble() != null) {
        words.append(words.length() == 0 ? "" : "; ").append("field ").append(field.path());
        words.append(" is not settled: ").append(field.trouble());
      }
    }
    return row(input, rule + "/unsettled", words.append('.').toString());
  }

  private static String compared(Instant client, Instant server) {
    String times = "the client's change of " + print(client) + " is ";
    int order = client.compareTo(server);
    if (order == 0) {
      return times + "of the same time as the server's";
    }
    return times + (order > 0 ? "newer" : "older") + " than the server's of " + print(server);
  }

  private static String print(Instant time) {
    return Timestamps.print(time);
  }
}
