package org.tidemark.console.policies;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.json.PrettyJson;
import org.tidemark.console.words.Words;
import org.tidemark.core.json.Document;
import org.tidemark.server.policy.boundary.PolicyReplay;
import org.tidemark.server.policy.boundary.PolicyTrialAnswer;

/**
 * What a draft would decide, as a page shows it.
 *
 * @param of the conflict it would decide on; null: what was typed
 * @param outcome what the record would become, as JSON; null: nothing, or no one state
 */
public record Tried(@Nullable Conflict of, String status, @Nullable String outcome, String why)
    implements Serializable {

  /** A conflict that there is. */
  public record Conflict(String conflictId, String space, String id, Instant detectedAt)
      implements Serializable {
    public String link() {
      return new Address("conflict.xhtml").with("id", conflictId).toString();
    }
  }

  static Tried of(PolicyTrialAnswer answer, Words words) {
    return new Tried(null, answer.status().name(), print(answer.outcome()), words.of(answer.why()));
  }

  static Tried of(PolicyReplay replay, Words words) {
    return new Tried(
        new Conflict(replay.conflictId(), replay.space(), replay.id(), replay.detectedAt()),
        replay.status().name(),
        print(replay.outcome()),
        words.of(replay.why()));
  }

  private static @Nullable String print(@Nullable Document outcome) {
    return outcome == null ? null : PrettyJson.print(outcome.json());
  }
}
