package org.tidemark.testkit.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.PullPage;
import org.tidemark.client.transport.PullRequest;
import org.tidemark.client.transport.SpaceGrant;
import org.tidemark.client.transport.TransportException;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.SpaceId;

/** Pull: every change after the cursor in the order of the spaces' counters. */
final class Pulling {
  private static final int MOST_CHANGES = 1_000;

  private final ModelSettings settings;
  private final Tables tables;

  Pulling(ModelSettings settings, Tables tables) {
    this.settings = settings;
    this.tables = tables;
  }

  PullPage pull(Caller caller, PullRequest request, Instant now) throws TransportException {
    if (request.limit() < 1 || request.limit() > MOST_CHANGES) {
      throw Refusals.invalid("/limit", "must be from 1 to " + MOST_CHANGES);
    }
    FeedCursor cursor = cursor(request);
    SortedMap<SpaceId, Role> grants = tables.grants(caller);
    if (!tables.owns(caller, request.clientId())) {
      throw Refusals.clientIdTaken();
    }
    if (cursor != null && isExpired(cursor, now)) {
      throw Refusals.cursorExpired();
    }
    Map<SpaceId, Long> positions = cursor == null ? Map.of() : cursor.positions();
    FeedReading reading = new FeedReading(tables, request, positions, grants.keySet());
    boolean more = reading.hasMore();
    Instant completeAt = cursor != null && more ? cursor.completeAt() : now;
    FeedCursor next =
        new FeedCursor(
            tables.epoch, filter(request.types()), completeAt, new TreeMap<>(reading.positions()));
    List<SpaceGrant> spaces = new ArrayList<>();
    grants.forEach((space, role) -> spaces.add(new SpaceGrant(space, role.name())));
    return new PullPage(reading.changes(), reading.closed(), spaces, next.text(), more, now);
  }

  private @Nullable FeedCursor cursor(PullRequest request) throws TransportException {
    String text = request.cursor();
    if (text == null) {
      return null;
    }
    FeedCursor cursor = FeedCursor.parse(text);
    if (cursor == null) {
      throw Refusals.cursorInvalid();
    }
    if (!cursor.filter().equals(filter(request.types()))) {
      throw Refusals.cursorMismatch();
    }
    return cursor;
  }

  private boolean isExpired(FeedCursor cursor, Instant now) {
    return !cursor.epoch().equals(tables.epoch)
        || cursor.completeAt().isBefore(now.minus(settings.tombstoneLife()));
  }

  private static String filter(SortedSet<EntityType> types) {
    return types.stream().map(EntityType::value).collect(Collectors.joining(","));
  }
}
