package org.tidemark.cli.conflict;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.session.Names;
import org.tidemark.cli.session.Pages;
import org.tidemark.cli.session.Prefix;
import org.tidemark.cli.session.Refusal;
import org.tidemark.cli.session.Session;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.client.conflict.Conflicts;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordKey;

/** Finds the conflicts that a person means. */
final class ConflictSearch {

  private ConflictSearch() {}

  /** The one that is named by its id, the beginning of that, or its record as type/id. */
  static ConflictView one(Session session, String name) {
    if (name.indexOf('/') < 0) {
      // One that is closed is found by its whole id, so that its state can be told.
      return session
          .client()
          .conflicts()
          .find(name)
          .orElseGet(
              () -> Prefix.only(all(session, null), ConflictView::id, name, "open conflict"));
    }
    RecordKey key = Names.key(session.space(), name);
    return session
        .client()
        .conflicts()
        .of(key)
        .orElseThrow(() -> new Refusal("There is no open conflict of " + session.shown(key) + "."));
  }

  /** All that are open, oldest first; of one type where it is given. */
  static Stream<ConflictView> all(Session session, @Nullable EntityType type) {
    Conflicts conflicts = session.client().conflicts();
    return Pages.<ConflictView>all(
            (after, limit) -> conflicts.open(after == null ? null : after.id(), limit))
        .filter(each -> type == null || each.key().type().equals(type));
  }
}
