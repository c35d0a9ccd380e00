package org.tidemark.client.conflict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.RecordKey;

/**
 * The conflicts of this device. Deciding works offline; a side that a decision does not take is
 * kept as a snapshot.
 */
public interface Conflicts {

  /** Those that wait for a person, oldest first. */
  List<ConflictView> open();

  /**
   * A page of them, oldest first.
   *
   * @param after the last one of the page before, which may be decided by now; null: from the first
   * @param limit at most so many
   */
  List<ConflictView> open(@Nullable String after, int limit);

  /** How many wait for a person. */
  int count();

  /** The one of a record that waits for a person. */
  Optional<ConflictView> of(RecordKey record);

  Optional<ConflictView> find(String conflictId);

  /**
   * Decides on the sides as they are now, whatever was shown.
   *
   * @return {@link ResolveResult.Queued}, {@link ResolveResult.NotOpen} or {@link
   *     ResolveResult.Unknown}
   */
  ResolveResult resolve(String conflictId, Choice choice);

  /**
   * Decides on what a person saw; where that has changed since, nothing is done.
   *
   * @return also {@link ResolveResult.ChangedMeanwhile}
   */
  default ResolveResult resolve(ConflictView seen, Choice choice) {
    return resolve(seen.id(), seen.revision(), choice);
  }

  /**
   * As {@link #resolve(ConflictView, Choice)}, for those who kept only the revision.
   *
   * @param revision the {@link ConflictView#revision} of what the person saw
   */
  ResolveResult resolve(String conflictId, String revision, Choice choice);

  /** The same choice for many; each is decided on its own. */
  Map<String, ResolveResult> resolveAll(List<String> conflictIds, Choice choice);

  /**
   * Gives up a conflict in a space that was lost, where it can't be decided.
   *
   * @return {@link ResolveResult.Dismissed}, or {@link ResolveResult.Decidable} where the space is
   *     not lost; {@link ResolveResult.NotOpen} and {@link ResolveResult.Unknown} as with a
   *     decision
   */
  ResolveResult dismiss(String conflictId);
}
