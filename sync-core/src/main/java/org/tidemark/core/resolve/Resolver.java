package org.tidemark.core.resolve;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.Conflicts;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.merge.FieldDiff;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.FieldTimes;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.Timestamps;

/** Closes a conflict by a person's choice, or finds that the record moved on. */
public final class Resolver {

  private Resolver() {}

  /**
   * Decides what a resolution writes.
   *
   * @param decided the inputs that the conflict was decided from
   * @param at when the person decided, corrected for their clock
   */
  public static ResolveOutcome resolve(
      ResolveRequest request,
      Conflict stored,
      DecisionInput decided,
      RecordState current,
      ClientId by,
      Instant at) {
    Rejection problem = problem(request);
    if (problem != null) {
      return new ResolveOutcome.Rejected(problem);
    }
    if (request.serverVersionSeen() != current.version()) {
      return new ResolveOutcome.MovedOn(Conflicts.renew(stored, decided, current));
    }
    if (request.resolution() == Resolution.USE_SERVER) {
      return new ResolveOutcome.Closed();
    }
    JsonObject merged = request.data();
    Document data = merged == null ? stored.clientData() : Document.of(merged);
    boolean byField = decided.policy().maintainsFieldTimes();
    return new ResolveOutcome.Written(succeed(data, current, by, at, byField));
  }

  private static @Nullable Rejection problem(ResolveRequest request) {
    boolean merges = request.resolution() == Resolution.MERGE;
    if (merges == (request.data() != null)) {
      return null;
    }
    String message = merges ? "is required for MERGE" : "is only for MERGE";
    return Rejections.invalid(List.of(new FieldProblem("/data", message)));
  }

  /**
   * The state after a person's decision: a direct successor of the one that they saw.
   *
   * @param data null: the record is deleted
   * @param at when the person decided, corrected for their clock
   * @param byField whether records of this type have a time for each field
   */
  public static RecordState succeed(
      @Nullable Document data, RecordState current, ClientId by, Instant at, boolean byField) {
    Instant least = current.updatedAt().plusMillis(1);
    Instant updatedAt = at.isBefore(least) ? least : Timestamps.cut(at);
    int version = current.version() + 1;
    if (data == null) {
      return RecordState.tombstone(version, updatedAt, by);
    }
    Document before = current.data();
    FieldTimes edited = FieldTimes.uniform(updatedAt);
    FieldTimes times =
        byField && before != null
            ? FieldDiff.succeed(current.fieldTimes(), before.json(), data.json(), edited)
            : edited;
    return new RecordState(version, updatedAt, false, data, times, by);
  }
}
