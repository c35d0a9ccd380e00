package org.tidemark.client.conflict;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conflicts of this device. Deciding works offline. */
public interface Conflicts {

  /** Those that wait for a person, oldest first. */
  List<ConflictView> open();

  int count();

  Optional<ConflictView> find(String conflictId);

  ResolveResult resolve(String conflictId, Choice choice);

  /** The same choice for many; each is decided on its own. */
  Map<String, ResolveResult> resolveAll(List<String> conflictIds, Choice choice);

  /** Gives up a conflict in a space that was lost, where it can't be decided; else false. */
  boolean dismiss(String conflictId);
}
