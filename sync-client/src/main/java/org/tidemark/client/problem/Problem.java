package org.tidemark.client.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.FieldProblem;

/**
 * A failure: its stable code and kind, a sentence for people, what they can do, and the detail for
 * a support desk. {@code correlationId} names the request in the server's log.
 */
public record Problem(
    String code,
    ErrorKind kind,
    String sentence,
    Set<Recovery> recoveries,
    boolean retryable,
    @Nullable Duration retryAfter,
    @Nullable String correlationId,
    String detail,
    List<FieldProblem> fields) {

  public Problem {
    recoveries =
        recoveries.isEmpty()
            ? Collections.emptySet()
            : Collections.unmodifiableSet(EnumSet.copyOf(recoveries));
    fields = Collections.unmodifiableList(new ArrayList<>(fields));
  }

  public Problem withCorrelationId(@Nullable String id) {
    return new Problem(code, kind, sentence, recoveries, retryable, retryAfter, id, detail, fields);
  }

  Problem withRecoveries(Set<Recovery> others) {
    return new Problem(
        code, kind, sentence, others, retryable, retryAfter, correlationId, detail, fields);
  }
}
