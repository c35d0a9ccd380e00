package org.tidemark.core.decide;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.record.RecordState;

/** What becomes of one mutation. */
public sealed interface Verdict {

  /**
   * The client's state stands; {@code changed} tells whether it is a new version. There is no
   * record only where something was deleted that never was.
   */
  record Applied(@Nullable RecordState record, boolean changed, Explanation why)
      implements Verdict {}

  /** Both sides' changes stand; {@code changed} tells whether that is a new version. */
  record Merged(RecordState record, boolean changed, Explanation why) implements Verdict {}

  /** The server's state stands unchanged. */
  record ServerWins(RecordState record, Explanation why) implements Verdict {}

  /** A person must decide; the record stands unchanged. */
  record Conflicted(Conflict conflict, RecordState record, Explanation why) implements Verdict {}

  /** The mutation is refused. */
  record Rejected(Rejection rejection, Explanation why) implements Verdict {}

  Explanation why();

  default <T> T match(
      Function<Applied, T> applied,
      Function<Merged, T> merged,
      Function<ServerWins, T> serverWins,
      Function<Conflicted, T> conflicted,
      Function<Rejected, T> rejected) {
    if (this instanceof Applied it) {
      return applied.apply(it);
    }
    if (this instanceof Merged it) {
      return merged.apply(it);
    }
    if (this instanceof ServerWins it) {
      return serverWins.apply(it);
    }
    if (this instanceof Conflicted it) {
      return conflicted.apply(it);
    }
    return rejected.apply((Rejected) this);
  }

  default SyncStatus status() {
    return match(
        it -> SyncStatus.APPLIED,
        it -> SyncStatus.MERGED,
        it -> SyncStatus.SERVER_WINS,
        it -> SyncStatus.CONFLICT,
        it -> SyncStatus.REJECTED);
  }
}
