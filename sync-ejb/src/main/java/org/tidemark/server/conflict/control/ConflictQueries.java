package org.tidemark.server.conflict.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.record.Timestamps;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.conflict.boundary.ConflictFilter;
import org.tidemark.server.conflict.boundary.ConflictPage;
import org.tidemark.server.conflict.boundary.ConflictView;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.receipt.control.AnswerText;
import org.tidemark.server.space.control.SpaceAccess;

/** Reads conflicts for people, only those of spaces that the caller may see. */
@ApplicationScoped
public class ConflictQueries {
  private static final String COLUMNS =
      """
      select conflict_id, status, client_id, space, entity_type, id, detected_at, payload,
             resolution, resolved_by, resolved_at
      """;

  private static final String MATCHING =
      """
        from conflict c
       where (?::boolean or c.space in (select m.space from membership m where m.user_id = ?))
         and (?::text is null or c.status = ?)
         and (?::text is null or c.space = ?)
         and (?::text is null or c.entity_type = ?)
         and (?::text is null or c.client_id = ?)
      """;

  private static final int MOST_BYTES = 4 << 20;

  /** What is weighed is not read: the length of a large value is known without it. */
  private static final String PAGE =
      """
      select * from (
        select p.*, count(*) over () as candidates,
               sum(octet_length(payload)) over (order by detected_at, conflict_id)
                 - octet_length(payload) as bytes_before
          from (
      """
          + COLUMNS
          + MATCHING
          + """
             and (?::timestamptz is null or (c.detected_at, c.conflict_id) > (?::timestamptz, ?))
           order by c.detected_at, c.conflict_id limit ?) p) w
       where bytes_before < ? order by detected_at, conflict_id
          """;

  private static final String TOTAL = "select count(*) " + MATCHING;
  private static final String ONE = COLUMNS + " from conflict c where conflict_id = ?";

  @Inject private SpaceAccess access;
  @Inject private AuditTrail audit;

  /** A page of at most {@code first} conflicts, and at most about 4 MiB of them. */
  public ConflictPage list(Connection connection, Caller caller, ConflictFilter filter, int first)
      throws SQLException {
    Place after = filter.after() == null ? null : Place.parse(filter.after());
    boolean everywhere = access.readsEverywhere(caller);
    List<ConflictView> items = new ArrayList<>();
    int candidates = 0;
    try (PreparedStatement select = connection.prepareStatement(PAGE)) {
      int i = bind(select, caller, everywhere, filter);
      OffsetDateTime at = after == null ? null : after.detectedAt().atOffset(ZoneOffset.UTC);
      select.setObject(i++, at);
      select.setObject(i++, at);
      select.setString(i++, after == null ? null : after.conflictId());
      select.setInt(i++, first);
      select.setInt(i, MOST_BYTES);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          candidates = row.getInt("candidates");
          items.add(view(row));
        }
      }
    }
    if (everywhere) {
      SpaceId space = filter.space() == null ? null : new SpaceId(filter.space());
      audit.space(caller, "conflicts.list", space, null, null);
    }
    boolean mayGoOn = candidates == first || candidates > items.size();
    String end = mayGoOn ? Place.of(items.get(items.size() - 1)).text() : null;
    return new ConflictPage(items, total(connection, caller, everywhere, filter), end);
  }

  public Optional<ConflictView> get(Connection connection, Caller caller, String conflictId)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(ONE)) {
      select.setString(1, conflictId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        ConflictView found = view(row);
        if (!access.mayRead(connection, caller, new SpaceId(found.space()))) {
          return Optional.empty();
        }
        if (access.readsEverywhere(caller)) {
          audit.record(caller, "conflict.read", key(found), conflictId, null, null);
        }
        return Optional.of(found);
      }
    }
  }

  private static RecordKey key(ConflictView view) {
    return new RecordKey(
        new SpaceId(view.space()), new EntityType(view.entityType()), new RecordId(view.id()));
  }

  private static int total(
      Connection connection, Caller caller, boolean everywhere, ConflictFilter filter)
      throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(TOTAL)) {
      bind(count, caller, everywhere, filter);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static int bind(
      PreparedStatement statement, Caller caller, boolean everywhere, ConflictFilter filter)
      throws SQLException {
    int i = 1;
    statement.setBoolean(i++, everywhere);
    statement.setString(i++, caller.user());
    i = twice(statement, i, filter.status());
    i = twice(statement, i, filter.space());
    i = twice(statement, i, filter.entityType());
    return twice(statement, i, filter.clientId());
  }

  private static int twice(PreparedStatement statement, int index, @Nullable String value)
      throws SQLException {
    statement.setString(index, value);
    statement.setString(index + 1, value);
    return index + 2;
  }

  private static ConflictView view(ResultSet row) throws SQLException {
    Document payload = Document.ofCanonical(row.getString("payload"));
    OffsetDateTime resolvedAt = row.getObject("resolved_at", OffsetDateTime.class);
    return new ConflictView(
        row.getString("conflict_id"),
        row.getString("status"),
        row.getString("client_id"),
        row.getString("space"),
        row.getString("entity_type"),
        row.getString("id"),
        row.getObject("detected_at", OffsetDateTime.class).toInstant(),
        AnswerText.conflict(payload.json()),
        row.getString("resolution"),
        row.getString("resolved_by"),
        resolvedAt == null ? null : resolvedAt.toInstant());
  }

  /** Where a page ended. */
  private record Place(Instant detectedAt, String conflictId) {
    static Place of(ConflictView view) {
      return new Place(view.detectedAt(), view.conflictId());
    }

    static Place parse(String text) {
      try {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(" ", 2);
        Instant at = parts.length == 2 ? Timestamps.parse(parts[0]) : null;
        if (at != null && parts[1].indexOf('\0') < 0) {
          return new Place(at, parts[1]);
        }
      } catch (IllegalArgumentException e) {
        throw Failures.invalid("/after", "is not the end of a page");
      }
      throw Failures.invalid("/after", "is not the end of a page");
    }

    String text() {
      byte[] bytes =
          (Timestamps.print(detectedAt) + " " + conflictId).getBytes(StandardCharsets.UTF_8);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }
}
