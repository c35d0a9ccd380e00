package org.tidemark.testkit.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.Change;
import org.tidemark.client.transport.ClosedConflict;
import org.tidemark.client.transport.PullRequest;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.SpaceId;

/**
 * One page of the feed: spaces in their order, each after its position, cut at the limit.
 *
 * <p>A space is read only while those before it can't fill the page; a position moves to the head
 * of its space where everything up to there was given.
 */
final class FeedReading {
  private final Tables tables;
  private final PullRequest request;
  private final List<Change> changes = new ArrayList<>();
  private final List<ClosedConflict> closed = new ArrayList<>();
  private final SortedMap<SpaceId, Long> positions = new TreeMap<>();
  private boolean more;

  private record Entry(long seq, @Nullable Change change, @Nullable ClosedConflict closed) {}

  FeedReading(
      Tables tables, PullRequest request, Map<SpaceId, Long> from, Collection<SpaceId> readable) {
    this.tables = tables;
    this.request = request;
    long ahead = 0;
    int given = 0;
    for (SpaceId space : readable) {
      long head = tables.space(space).head;
      long position = from.getOrDefault(space, 0L);
      long reached = position;
      if (ahead < request.limit()) {
        List<Entry> entries = head > position ? entries(space, position) : List.of();
        int taken = Math.min(entries.size(), request.limit() - given);
        entries.subList(0, taken).forEach(this::give);
        given += taken;
        boolean whole = taken == entries.size() && taken < request.limit();
        reached = whole ? head : taken == 0 ? position : entries.get(taken - 1).seq();
      }
      ahead += head - position;
      positions.put(space, reached);
      more |= reached < head;
    }
  }

  private void give(Entry entry) {
    if (entry.change() != null) {
      changes.add(entry.change());
    }
    if (entry.closed() != null) {
      closed.add(entry.closed());
    }
  }

  private List<Entry> entries(SpaceId space, long after) {
    List<Entry> entries = new ArrayList<>();
    for (StoredRecord record : tables.records.values()) {
      RecordKey key = record.written().key();
      if (key.space().equals(space) && record.seq() > after && !record.purged() && asked(key)) {
        RecordState state = record.state();
        Change change =
            new Change(key, state.version(), state.updatedAt(), state.deleted(), state.data());
        entries.add(new Entry(record.seq(), change, null));
      }
    }
    for (StoredConflict conflict : tables.conflicts.values()) {
      StoredConflict.Closed end = conflict.closed();
      if (end != null
          && end.seq() > after
          && conflict.key().space().equals(space)
          && conflict.clientId().equals(request.clientId())
          && asked(conflict.key())) {
        entries.add(new Entry(end.seq(), null, closed(conflict, end)));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::seq));
    return entries.subList(0, Math.min(entries.size(), request.limit()));
  }

  private static ClosedConflict closed(StoredConflict conflict, StoredConflict.Closed end) {
    boolean resolved = end.resolution() != null;
    return new ClosedConflict(
        conflict.id(),
        conflict.key(),
        resolved ? ClosedConflict.Status.RESOLVED : ClosedConflict.Status.SUPERSEDED,
        end.resolution(),
        end.version(),
        end.by(),
        end.at());
  }

  private boolean asked(RecordKey key) {
    return request.types().isEmpty() || request.types().contains(key.type());
  }

  List<Change> changes() {
    return changes;
  }

  List<ClosedConflict> closed() {
    return closed;
  }

  SortedMap<SpaceId, Long> positions() {
    return positions;
  }

  boolean hasMore() {
    return more;
  }
}
