package org.tidemark.console.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.difference.Difference;
import org.tidemark.console.difference.Differences;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.server.record.boundary.RevisionView;

/**
 * A version of a record as a page shows it.
 *
 * @param lost a side that was not taken: it differs from the version that was
 * @param baseKnown false where the version before is not kept any more, so that all fields show
 * @param place names it among the versions
 */
public record Version(
    int number,
    Instant updatedAt,
    String user,
    @Nullable String clientId,
    boolean deleted,
    boolean lost,
    boolean baseKnown,
    List<Difference> differences,
    String place) {

  /** Compares each with the one before it, a side that was not taken with the one that was. */
  static List<Version> of(List<RevisionView> newestFirst) {
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      RevisionView view = newestFirst.get(i);
      RevisionView base = view.beside() ? taken(newestFirst, i) : before(newestFirst, i);
      versions.add(
          new Version(
              view.version(),
              view.updatedAt(),
              view.writtenBy(),
              view.clientId(),
              view.deleted(),
              view.beside(),
              base != null || (view.version() == 1 && !view.beside()),
              Differences.between(base == null ? null : json(base), json(view)),
              view.place()));
    }
    return versions;
  }

  private static @Nullable RevisionView taken(List<RevisionView> newestFirst, int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (!newestFirst.get(i).beside()) {
        boolean same = newestFirst.get(i).version() == newestFirst.get(index).version();
        return same ? newestFirst.get(i) : null;
      }
    }
    return null;
  }

  private static @Nullable RevisionView before(List<RevisionView> newestFirst, int index) {
    for (int i = index + 1; i < newestFirst.size(); i++) {
      if (!newestFirst.get(i).beside()) {
        return newestFirst.get(i);
      }
    }
    return null;
  }

  private static @Nullable JsonObject json(RevisionView view) {
    Document data = view.data();
    return data == null ? null : data.json();
  }
}
