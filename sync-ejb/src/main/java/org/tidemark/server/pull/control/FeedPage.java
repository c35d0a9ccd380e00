package org.tidemark.server.pull.control;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.pull.boundary.PullAnswer.Change;
import org.tidemark.server.pull.boundary.PullAnswer.Grant;
import org.tidemark.server.pull.boundary.PullAnswer.ResolvedConflict;

/**
 * One read of the feed.
 *
 * @param clientUser the user whom the client id belongs to; null: nobody yet
 * @param positions the position in each space after this page
 */
public record FeedPage(
    String epoch,
    @Nullable String clientUser,
    List<Grant> grants,
    List<Change> changes,
    List<ResolvedConflict> resolved,
    Map<String, Long> positions,
    boolean hasMore) {

  /** A part of a space's feed: what comes after the position, up to the head. */
  record Stretch(String space, long position, long head) {}

  /** Puts a page together: the spaces first, then rows in the order of space and position. */
  static final class Builder {
    private final int limit;
    private final List<Grant> grants = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<ResolvedConflict> resolved = new ArrayList<>();
    private final Map<String, Progress> progress = new LinkedHashMap<>();
    private String epoch = "";
    private @Nullable String clientUser;
    private @Nullable Progress lastRead;
    private long ahead;
    private boolean cut;

    Builder(int limit) {
      this.limit = limit;
    }

    void origin(String epoch, @Nullable String clientUser) {
      this.epoch = epoch;
      this.clientUser = clientUser;
    }

    /** Adds a space; it is read in this page unless those before it may fill the page alone. */
    void space(String space, String role, long position, long head) {
      boolean isDue = head > position;
      boolean read = !isDue || ahead < limit;
      if (isDue) {
        ahead += head - position;
      }
      grants.add(new Grant(space, role));
      progress.put(space, new Progress(new Stretch(space, position, head), read));
    }

    /** What this page reads. */
    List<Stretch> due() {
      return progress.values().stream()
          .filter(space -> space.read)
          .map(space -> space.stretch)
          .filter(stretch -> stretch.head > stretch.position)
          .toList();
    }

    void change(Change change, long seq) {
      changes.add(change);
      advance(change.space(), seq);
    }

    void resolved(ResolvedConflict conflict, long seq) {
      resolved.add(conflict);
      advance(conflict.space(), seq);
    }

    /** Says that a row was left off after the last one. */
    void cut() {
      cut = true;
    }

    private void advance(String name, long seq) {
      Progress space = requireNonNull(progress.get(name));
      space.lastSeq = seq;
      space.rows++;
      lastRead = space;
    }

    FeedPage build() {
      Map<String, Long> positions = new TreeMap<>();
      boolean behindCut = false;
      boolean more = false;
      for (Progress space : progress.values()) {
        Stretch stretch = space.stretch;
        boolean cutHere = cut && space == lastRead;
        boolean whole = space.read && !behindCut && space.rows < limit && !cutHere;
        long position = whole ? stretch.head : Math.max(stretch.position, space.lastSeq);
        positions.put(stretch.space, position);
        more |= position < stretch.head;
        behindCut |= cutHere;
      }
      return new FeedPage(epoch, clientUser, grants, changes, resolved, positions, more);
    }

    private static final class Progress {
      final Stretch stretch;
      final boolean read;
      long lastSeq;
      int rows;

      Progress(Stretch stretch, boolean read) {
        this.stretch = stretch;
        this.read = read;
      }
    }
  }
}
