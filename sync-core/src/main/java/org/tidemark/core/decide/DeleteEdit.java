package org.tidemark.core.decide;

import org.tidemark.core.record.RecordState;

/** Row 9 where one side deleted what the other edited or made anew. */
final class DeleteEdit {

  private static final String RULE = "DELETE_EDIT/";

  private DeleteEdit() {}

  static Verdict decide(DecisionInput input, RecordState server) {
    boolean clientDeletes = input.mutation().isDelete();
    return switch (input.policy().onDelete()) {
      case NEWEST -> newest(input, server);
      case DELETE_WINS -> named(input, server, clientDeletes, "DELETE_WINS");
      case EDIT_WINS -> named(input, server, !clientDeletes, "EDIT_WINS");
      case MANUAL ->
          Diverged.conflict(
              ConflictType.DELETE_EDIT,
              input,
              server,
              Words.row(input, RULE + "MANUAL", Reason.DELETED_FOR_A_PERSON));
    };
  }

  private static Verdict newest(DecisionInput input, RecordState server) {
    int order = input.effectiveAt().compareTo(server.updatedAt());
    String cell = order > 0 ? "newer" : order < 0 ? "older" : "equal-time-other-data";
    Explanation why = Words.byTime(input, server, RULE + "NEWEST", cell);
    if (order == 0) {
      return Diverged.conflict(ConflictType.TIMESTAMP, input, server, why);
    }
    return verdict(input, server, order > 0, why);
  }

  private static Verdict named(
      DecisionInput input, RecordState server, boolean clientWins, String onDelete) {
    Explanation why = Words.row(input, RULE + onDelete, Reason.DELETED, onDelete);
    return verdict(input, server, clientWins, why);
  }

  private static Verdict verdict(
      DecisionInput input, RecordState server, boolean clientWins, Explanation why) {
    return clientWins
        ? new Verdict.Applied(NextState.successor(input, server), true, why)
        : new Verdict.ServerWins(server, why);
  }
}
