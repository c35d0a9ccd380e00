package org.tidemark.core.decide;

import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.merge.FieldDiff;
import org.tidemark.core.merge.MergeResult;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.record.FieldTimes;
import org.tidemark.core.record.RecordState;

/** Makes the states that verdicts write. */
final class NextState {

  private NextState() {}

  /** The first state of a record. */
  static RecordState created(DecisionInput input, Document data) {
    Mutation mutation = input.mutation();
    return new RecordState(
        1,
        input.effectiveAt(),
        false,
        data,
        times(input, input.effectiveAt()),
        mutation.clientId());
  }

  /** The client's state after one that its author knew or has beaten: never older than that. */
  static RecordState successor(DecisionInput input, RecordState server) {
    Instant least = server.updatedAt().plusMillis(1);
    return replacing(input, server, later(input.effectiveAt(), least));
  }

  /** The client's state in place of the server's. */
  static RecordState replacing(DecisionInput input, RecordState server, Instant updatedAt) {
    Document data = input.mutation().data();
    int version = server.version() + 1;
    if (data == null) {
      return RecordState.tombstone(version, updatedAt, input.mutation().clientId());
    }
    FieldTimes times = replacedTimes(input, server, data, updatedAt);
    return new RecordState(version, updatedAt, false, data, times, input.mutation().clientId());
  }

  private static FieldTimes replacedTimes(
      DecisionInput input, RecordState server, Document data, Instant updatedAt) {
    Document before = server.data();
    if (before == null || !input.policy().maintainsFieldTimes()) {
      return times(input, updatedAt);
    }
    return FieldDiff.succeed(server.fieldTimes(), before.json(), data.json(), input.clientTimes());
  }

  private static FieldTimes times(DecisionInput input, Instant updatedAt) {
    return input.policy().maintainsFieldTimes()
        ? new FieldTimes(updatedAt, new TreeMap<>(input.effectiveFieldTimes()))
        : FieldTimes.uniform(updatedAt);
  }

  /** What a merge made, with the later of both sides' times. */
  static RecordState merged(DecisionInput input, RecordState server, MergeResult result) {
    Instant updatedAt = later(input.effectiveAt(), server.updatedAt());
    Document data = Document.of(result.merged());
    boolean same =
        data.equals(server.data())
            && result.times().equals(server.fieldTimes())
            && updatedAt.equals(server.updatedAt());
    return same
        ? server
        : new RecordState(
            server.version() + 1,
            updatedAt,
            false,
            data,
            result.times(),
            input.mutation().clientId());
  }

  static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  /** Whether both sides say the same: equal data, or both deleted. */
  static boolean sameContent(RecordState server, @Nullable Document clientData) {
    Document data = server.data();
    return data == null ? clientData == null : data.equals(clientData);
  }
}
