package org.tidemark.core.decide;

import java.time.Instant;
import org.tidemark.core.detect.ConflictDetection;
import org.tidemark.core.detect.Side;
import org.tidemark.core.json.Document;
import org.tidemark.core.merge.Accumulation;
import org.tidemark.core.merge.MergeResult;
import org.tidemark.core.merge.RuleBook;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.OnDelete;
import org.tidemark.core.record.RecordState;

/** Row 9: both sides changed the record, and its policy decides. */
final class Diverged {

  private Diverged() {}

  static Verdict decide(DecisionInput input, RecordState server) {
    Document serverData = server.data();
    Document clientData = input.mutation().data();
    if ((serverData == null) != (clientData == null)) {
      return DeleteEdit.decide(input, server);
    }
    return switch (input.policy().strategy()) {
      case MANUAL -> manual(input, server);
      case LAST_WRITE_WINS ->
          input.policy().isByField() && serverData != null && clientData != null
              ? byField(input, server, serverData, clientData)
              : byRecord(input, server);
      case SERVER_MERGE ->
          serverData != null && clientData != null
              ? merge(input, server, serverData, clientData)
              : bothDeleted(input, server);
    };
  }

  static boolean needsBase(
      Mutation mutation, RecordState server, MergePolicy policy, Instant effectiveAt) {
    boolean sameContent = NextState.sameContent(server, mutation.data());
    boolean sameTime = effectiveAt.equals(server.updatedAt());
    if (server.deleted() != mutation.isDelete()) {
      return policy.onDelete() == OnDelete.MANUAL
          || (policy.onDelete() == OnDelete.NEWEST && sameTime);
    }
    return switch (policy.strategy()) {
      case MANUAL -> !sameContent;
      case SERVER_MERGE -> !server.deleted();
      case LAST_WRITE_WINS -> sameTime || (policy.isByField() && !server.deleted());
    };
  }

  private static Verdict manual(DecisionInput input, RecordState server) {
    if (NextState.sameContent(server, input.mutation().data())) {
      Explanation why = Words.row(input, "MANUAL/equal-data", Reason.SAME_CONTENT);
      return new Verdict.Applied(server, false, why);
    }
    Explanation why = Words.row(input, "MANUAL/other-data", Reason.FOR_A_PERSON);
    return conflict(ConflictType.VERSION, input, server, why);
  }

  private static Verdict byRecord(DecisionInput input, RecordState server) {
    String rule = "LAST_WRITE_WINS";
    Side local = new Side(input.effectiveAt(), input.claim().version(), input.mutation().data());
    Side other = new Side(server.updatedAt(), server.version(), server.data());
    return switch (ConflictDetection.detect(local, other)) {
      case SERVER_NEWER ->
          new Verdict.ServerWins(server, Words.byTime(input, server, rule, "older"));
      case LOCAL_NEWER ->
          new Verdict.Applied(
              NextState.successor(input, server), true, Words.byTime(input, server, rule, "newer"));
      case TIMESTAMP_CONFLICT ->
          conflict(
              ConflictType.TIMESTAMP,
              input,
              server,
              Words.byTime(input, server, rule, "equal-time-other-data"));
      case VERSION_CONFLICT ->
          conflict(
              ConflictType.VERSION,
              input,
              server,
              Words.byTime(input, server, rule, "equal-time-equal-data"));
      case NONE ->
          new Verdict.Applied(server, false, Words.byTime(input, server, rule, "equal-version"));
    };
  }

  private static Verdict byField(
      DecisionInput input, RecordState server, Document serverData, Document clientData) {
    String rule = "LAST_WRITE_WINS/FIELD";
    MergeResult merge = Bases.merge(input, server, serverData, clientData, RuleBook.newest());
    if (!merge.settled()) {
      return conflict(ConflictType.TIMESTAMP, input, server, Words.unsettled(input, rule, merge));
    }
    boolean taken =
        !merge.merged().equals(serverData.json()) || !merge.times().equals(server.fieldTimes());
    RecordState next = taken ? NextState.merged(input, server, merge) : server;
    // Only where nothing unseen of the server's side stands may the next edit of a chain be a
    // direct successor of this one.
    if (!merge.serverStands()) {
      return new Verdict.Applied(
          next, taken, Words.row(input, rule + "/client", Reason.CLIENT_STANDS));
    }
    if (!taken) {
      return new Verdict.ServerWins(
          server, Words.row(input, rule + "/server", Reason.SERVER_STANDS));
    }
    return new Verdict.Merged(next, true, Words.row(input, rule + "/both", Reason.FIELDS_NEWER));
  }

  private static Verdict merge(
      DecisionInput input, RecordState server, Document serverData, Document clientData) {
    String rule = "SERVER_MERGE";
    if (input.effectiveAt().equals(server.updatedAt())
        && serverData.equals(clientData)
        && !Accumulation.involves(
            input.policy(), Bases.object(Bases.of(input)), clientData.json())) {
      Explanation why = Words.byTime(input, server, rule, "equal-time-equal-data");
      return new Verdict.Applied(server, false, why);
    }
    MergeResult merge =
        Bases.merge(input, server, serverData, clientData, RuleBook.of(input.policy()));
    if (!merge.settled()) {
      return conflict(ConflictType.FIELD, input, server, Words.unsettled(input, rule, merge));
    }
    RecordState next = NextState.merged(input, server, merge);
    return new Verdict.Merged(
        next, next != server, Words.row(input, rule + "/merged", Reason.FIELDS_SETTLED));
  }

  private static Verdict bothDeleted(DecisionInput input, RecordState server) {
    Explanation why = Words.row(input, "SERVER_MERGE/deleted", Reason.BOTH_DELETED);
    if (input.effectiveAt().equals(server.updatedAt())) {
      return new Verdict.Applied(server, false, why);
    }
    boolean newer = input.effectiveAt().isAfter(server.updatedAt());
    RecordState next = newer ? NextState.replacing(input, server, input.effectiveAt()) : server;
    return new Verdict.Merged(next, newer, why);
  }

  static Verdict conflict(
      ConflictType type, DecisionInput input, RecordState server, Explanation why) {
    Conflict conflict = Conflicts.describe(type, input, server, why.toString());
    return new Verdict.Conflicted(conflict, server, why);
  }
}
