package org.tidemark.core.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.core.merge.FieldOutcome;
import org.tidemark.core.merge.MergeResult;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.Timestamps;
import org.tidemark.core.sentence.Sentence;

/** The explanations of verdicts, in sentences for administrators. */
final class Words {

  static final Explanation CREATED = Explanation.of("4", Reason.CREATED);
  static final Explanation NEVER_WAS = Explanation.of("5/DELETE", Reason.NEVER_WAS);
  static final Explanation UNKNOWN = Explanation.of("5", Reason.UNKNOWN);
  static final Explanation SUCCESSOR = Explanation.of("6", Reason.SUCCESSOR);
  static final Explanation REPEATED_BY_CLIENT = Explanation.of("7", Reason.REPEATED_BY_CLIENT);
  static final Explanation CREATED_ALIKE = Explanation.of("7", Reason.CREATED_ALIKE);

  private Words() {}

  static Explanation ahead(int claimed, int present) {
    return Explanation.of("8", Reason.AHEAD, claimed, present);
  }

  /** A verdict by the times of both sides. */
  static Explanation byTime(DecisionInput input, RecordState server, String rule, String cell) {
    return row(input, rule + "/" + cell, compared(input.effectiveAt(), server.updatedAt()));
  }

  /** A verdict that no time had a part in. */
  static Explanation row(DecisionInput input, String cell, Reason reason, Object... parts) {
    return row(input, cell, Sentence.of(reason, parts));
  }

  private static Explanation row(DecisionInput input, String cell, Sentence outcome) {
    String row = "9/" + cell;
    String type = input.policy().type().value();
    int version = input.policy().version();
    String strategy = input.policy().strategy().name();
    return version == 0
        ? Explanation.of(row, Reason.DIVERGED_BY_DEFAULT, type, strategy, outcome)
        : Explanation.of(row, Reason.DIVERGED, type, version, strategy, outcome);
  }

  /** A merge that left some field to a person. */
  static Explanation unsettled(DecisionInput input, String rule, MergeResult merge) {
    List<Sentence> fields = new ArrayList<>();
    for (FieldOutcome field : merge.fields()) {
      if (field.trouble() != null) {
        fields.add(Sentence.of(Reason.FIELD_UNSETTLED, field.path(), Sentence.of(field.trouble())));
      }
    }
    return row(input, rule + "/unsettled", Reason.UNSETTLED, fields);
  }

  private static Sentence compared(Instant client, Instant server) {
    int order = client.compareTo(server);
    if (order == 0) {
      return Sentence.of(Reason.SAME_TIME, Timestamps.print(client));
    }
    return Sentence.of(
        order > 0 ? Reason.NEWER : Reason.OLDER,
        Timestamps.print(client),
        Timestamps.print(server));
  }
}
