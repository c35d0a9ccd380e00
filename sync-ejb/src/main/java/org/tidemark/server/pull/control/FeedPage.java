package org.tidemark.server.pull.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.pull.boundary.PullAnswer.Change;
import org.tidemark.server.pull.boundary.PullAnswer.Grant;
import org.tidemark.server.pull.boundary.PullAnswer.ResolvedConflict;

/**
 * One read of the feed, from a single snapshot.
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

  /** Puts a page together from rows in the order of space and position. */
  static final class Builder {
    private final int limit;
    private final List<Grant> grants = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<ResolvedConflict> resolved = new ArrayList<>();
    private final Map<String, Long> positions = new TreeMap<>();
    private final List<SpaceProgress> progress = new ArrayList<>();
    private long candidates;
    private int rows;

    Builder(int limit) {
      this.limit = limit;
    }

    /** Begins a space; {@code read} tells whether its changes are in this page at all. */
    void space(String space, String role, long position, long head, boolean read) {
      grants.add(new Grant(space, role));
      progress.add(new SpaceProgress(space, position, head, read));
    }

    void change(Change change, long seq, long candidatesInAll) {
      changes.add(change);
      advance(seq, candidatesInAll);
    }

    void resolved(ResolvedConflict conflict, long seq, long candidatesInAll) {
      resolved.add(conflict);
      advance(seq, candidatesInAll);
    }

    private void advance(long seq, long candidatesInAll) {
      SpaceProgress space = progress.get(progress.size() - 1);
      space.lastSeq = seq;
      space.rows++;
      rows++;
      candidates = candidatesInAll;
    }

    FeedPage build(String epoch, @Nullable String clientUser) {
      boolean cut = candidates > rows;
      SpaceProgress lastRead = null;
      for (SpaceProgress space : progress) {
        if (space.rows > 0) {
          lastRead = space;
        }
      }
      boolean behindCut = false;
      boolean more = false;
      for (SpaceProgress space : progress) {
        boolean whole =
            space.read && !behindCut && space.rows < limit && !(cut && space == lastRead);
        long position = whole ? space.head : Math.max(space.position, space.lastSeq);
        positions.put(space.space, position);
        more |= position < space.head;
        behindCut |= cut && space == lastRead;
      }
      return new FeedPage(epoch, clientUser, grants, changes, resolved, positions, more);
    }

    private static final class SpaceProgress {
      final String space;
      final long position;
      final long head;
      final boolean read;
      long lastSeq;
      int rows;

      SpaceProgress(String space, long position, long head, boolean read) {
        this.space = space;
        this.position = position;
        this.head = head;
        this.read = read;
      }
    }
  }
}
