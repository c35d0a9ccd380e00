package org.tidemark.server.pull.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.record.Timestamps;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.metrics.control.SyncMetrics;
import org.tidemark.server.pull.control.Cursor;
import org.tidemark.server.pull.control.Feed;
import org.tidemark.server.pull.control.FeedPage;
import org.tidemark.server.settings.ServerSettings;
import org.tidemark.server.space.control.ClientStore;
import org.tidemark.server.space.control.Sightings;
import org.tidemark.server.space.control.SpaceAccess;
import org.tidemark.server.space.control.SpaceRole;

/** Pull: gives every change after the cursor in commit order, tombstones included. */
@Stateless
@RolesAllowed({"user", "admin", "auditor"})
public class Pull {
  private static final int MOST_CHANGES = 1_000;
  private static final int USUAL_CHANGES = 500;
  private static final int MOST_TYPES = 100;
  private static final int LONGEST_CURSOR = 1 << 20;

  @Inject private ServerSettings settings;
  @Inject private InstantSource clock;
  @Inject private Database database;
  @Inject private SpaceAccess access;
  @Inject private ClientStore clients;
  @Inject private Sightings sightings;
  @Inject private Feed feed;
  @Inject private SyncMetrics metrics;

  /**
   * Reads one page.
   *
   * @throws org.tidemark.server.failure.SyncException {@code CURSOR_INVALID}, {@code
   *     CURSOR_MISMATCH}, {@code CURSOR_EXPIRED}, {@code CLIENT_ID_TAKEN}, {@code INVALID_REQUEST}
   */
  public PullAnswer pull(Caller caller, PullRequest request) {
    Instant now = Timestamps.cut(clock.instant());
    check(request);
    int limit = request.limit() == null ? USUAL_CHANGES : request.limit();
    Cursor cursor = cursor(request);
    long begun = System.nanoTime();
    PullAnswer answer =
        database.call(connection -> page(connection, caller, request, cursor, limit, now));
    sightings.note(request.clientId(), now);
    metrics.pulled(Duration.ofNanos(System.nanoTime() - begun));
    if (cursor != null && !answer.hasMore()) {
      metrics.wasBehind(Duration.between(cursor.completeAt(), now));
    }
    return answer;
  }

  private PullAnswer page(
      Connection connection,
      Caller caller,
      PullRequest request,
      @Nullable Cursor cursor,
      int limit,
      Instant now)
      throws SQLException {
    FeedPage page = read(connection, caller, request, cursor, limit);
    if (page.grants().stream().noneMatch(grant -> isPersonal(grant, caller))) {
      access.grants(connection, caller);
      page = read(connection, caller, request, cursor, limit);
    }
    if (page.clientUser() == null) {
      clients.lock(
          connection,
          request.clientId(),
          caller.user(),
          SpaceId.personal(caller.user()).value(),
          now,
          Duration.ZERO);
    } else if (!page.clientUser().equals(caller.user())) {
      throw Failures.clientIdTaken(request.clientId());
    }
    if (cursor != null && isExpired(cursor, page.epoch(), now)) {
      throw Failures.cursorExpired();
    }
    Instant completeAt = cursor != null && page.hasMore() ? cursor.completeAt() : now;
    Cursor next =
        new Cursor(
            page.epoch(), Cursor.filterOf(request.entityTypes()), completeAt, page.positions());
    return new PullAnswer(
        page.changes(),
        page.resolved(),
        held(caller, page.grants()),
        next.text(),
        page.hasMore(),
        now);
  }

  private List<PullAnswer.Grant> held(Caller caller, List<PullAnswer.Grant> grants) {
    if (access.changesAnything(caller)) {
      return grants;
    }
    return grants.stream()
        .map(
            grant ->
                new PullAnswer.Grant(
                    grant.space(), access.held(caller, SpaceRole.valueOf(grant.role())).name()))
        .toList();
  }

  private FeedPage read(
      Connection connection, Caller caller, PullRequest request, @Nullable Cursor cursor, int limit)
      throws SQLException {
    return feed.read(
        connection,
        caller.user(),
        request.clientId(),
        cursor == null ? Map.of() : cursor.positions(),
        limit,
        request.entityTypes());
  }

  private boolean isExpired(Cursor cursor, String epoch, Instant now) {
    return !cursor.epoch().equals(epoch)
        || cursor.completeAt().isBefore(now.minus(settings.tombstoneLife()));
  }

  private static boolean isPersonal(PullAnswer.Grant grant, Caller caller) {
    return grant.space().equals(SpaceId.personal(caller.user()).value());
  }

  private static @Nullable Cursor cursor(PullRequest request) {
    String text = request.cursor();
    if (text == null) {
      return null;
    }
    Cursor cursor = text.length() > LONGEST_CURSOR ? null : Cursor.parse(text);
    if (cursor == null) {
      throw Failures.cursorInvalid();
    }
    if (!cursor.filter().equals(Cursor.filterOf(request.entityTypes()))) {
      throw Failures.cursorMismatch();
    }
    return cursor;
  }

  private static void check(PullRequest request) {
    String problem = ClientId.problem(request.clientId());
    if (problem != null) {
      throw Failures.invalid("/clientId", problem);
    }
    Integer limit = request.limit();
    if (limit != null && (limit < 1 || limit > MOST_CHANGES)) {
      throw Failures.invalid("/limit", "must be from 1 to " + MOST_CHANGES);
    }
    List<String> types = request.entityTypes();
    if (types != null) {
      if (types.isEmpty() || types.size() > MOST_TYPES) {
        throw Failures.invalid("/entityTypes", "must name 1 to " + MOST_TYPES + " types");
      }
      for (int i = 0; i < types.size(); i++) {
        String wrong = EntityType.problem(types.get(i));
        if (wrong != null) {
          throw Failures.invalid("/entityTypes/" + i, wrong);
        }
      }
    }
  }
}
