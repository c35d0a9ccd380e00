package org.tidemark.server.review.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.receipt.control.AnswerText;
import org.tidemark.server.review.boundary.QueueFilter;
import org.tidemark.server.review.boundary.QueuePage;
import org.tidemark.server.review.boundary.QueueRow;

/** Reads the queue along its index, so that a page costs the same wherever it begins. */
@ApplicationScoped
public class QueueQueries {
  private static final int MOST_FIELDS = 20;

  private static final String MATCHING =
      """
        from conflict c
       where c.status = 'OPEN'
         and (?::text is null or c.entity_type = ?)
         and (?::text is null or c.space = ?)
         and (?::text is null or c.client_id = ?)
         and (?::text is null or c.conflict_type = ?)
         and (?::int is null or c.detected_at <= now() - make_interval(hours => ?))
         and (?::text is null or position(? in c.payload) > 0)
         and (?::text is null or position(? in lower(c.id || ' ' || c.payload)) > 0)
      """;

  private static final String COLUMNS =
      """
      select c.conflict_id, c.space, c.entity_type, c.id, c.client_id, c.user_id,
             c.conflict_type, c.detected_at, c.payload,
             (select k.user_id from conflict_claim k where k.conflict_id = c.conflict_id) as claimed_by
      """;

  private static final String FORWARDS =
      COLUMNS
          + MATCHING
          + """
           and (c.detected_at, c.conflict_id) > (?::timestamptz, ?)
         order by c.detected_at, c.conflict_id limit ?
        """;

  private static final String BACKWARDS =
      COLUMNS
          + MATCHING
          + """
           and (c.detected_at, c.conflict_id) < (?::timestamptz, ?)
         order by c.detected_at desc, c.conflict_id desc limit ?
        """;

  private static final String TOTAL = "select count(*) " + MATCHING;
  private static final String AT = "select detected_at from conflict where conflict_id = ?";

  @Inject private AuditTrail audit;

  public QueuePage page(
      Connection connection, Caller caller, QueueFilter filter, Place place, int size)
      throws SQLException {
    List<QueueRow> rows = read(connection, filter, place, size + 1);
    boolean more = rows.size() > size;
    rows = new ArrayList<>(more ? rows.subList(0, size) : rows);
    if (place.backwards()) {
      Collections.reverse(rows);
    }
    boolean isFirst = place.backwards() ? !more : place.equals(Place.START);
    boolean isLast = !place.backwards() && !more;
    audit.space(caller, "queue.read", space(filter), null, null);
    return new QueuePage(
        rows,
        total(connection, filter),
        isFirst || rows.isEmpty() ? null : at(rows.get(0), true).text(),
        isLast || rows.isEmpty() ? null : at(rows.get(rows.size() - 1), false).text());
  }

  /** The conflict beside another one, which need not be open any more. */
  public Optional<String> beside(
      Connection connection, QueueFilter filter, String conflictId, boolean later)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(AT)) {
      select.setString(1, conflictId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        Place place =
            new Place(!later, row.getObject(1, OffsetDateTime.class).toInstant(), conflictId);
        return read(connection, filter, place, 1).stream().map(QueueRow::conflictId).findFirst();
      }
    }
  }

  /** The space of the filter; null: none is named, or none that could be. */
  private static @Nullable SpaceId space(QueueFilter filter) {
    String named = filter.space();
    return named == null || SpaceId.problem(named) != null ? null : new SpaceId(named);
  }

  private static Place at(QueueRow row, boolean backwards) {
    return new Place(backwards, row.detectedAt(), row.conflictId());
  }

  private static List<QueueRow> read(
      Connection connection, QueueFilter filter, Place place, int limit) throws SQLException {
    List<QueueRow> rows = new ArrayList<>();
    String sql = place.backwards() ? BACKWARDS : FORWARDS;
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int i = bind(select, filter);
      select.setObject(i++, place.detectedAt().atOffset(ZoneOffset.UTC));
      select.setString(i++, place.conflictId());
      select.setInt(i, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(row(row));
        }
      }
    }
    return rows;
  }

  private static int total(Connection connection, QueueFilter filter) throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(TOTAL)) {
      bind(count, filter);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static int bind(PreparedStatement statement, QueueFilter filter) throws SQLException {
    int i = 1;
    i = twice(statement, i, filter.entityType());
    i = twice(statement, i, filter.space());
    i = twice(statement, i, filter.clientId());
    i = twice(statement, i, filter.kind() == null ? null : filter.kind().name());
    statement.setObject(i++, filter.olderThanHours());
    statement.setObject(i++, filter.olderThanHours());
    // Payloads are canonical JSON: a name and its value stand together in one way only.
    String field = filter.field();
    i = twice(statement, i, field == null ? null : "\"path\":" + quoted(field));
    String text = filter.text();
    return twice(statement, i, text == null ? null : text.toLowerCase(Locale.ROOT));
  }

  private static String quoted(String text) {
    return CanonicalJson.print(new JsonString(text));
  }

  private static int twice(PreparedStatement statement, int index, @Nullable String value)
      throws SQLException {
    statement.setString(index, value);
    statement.setString(index + 1, value);
    return index + 2;
  }

  private static QueueRow row(ResultSet row) throws SQLException {
    Document payload = Document.ofCanonical(row.getString("payload"));
    Conflict conflict = AnswerText.conflict(payload.json()).conflict();
    return new QueueRow(
        row.getString("conflict_id"),
        row.getString("space"),
        row.getString("entity_type"),
        row.getString("id"),
        row.getString("client_id"),
        row.getString("user_id"),
        ConflictType.valueOf(row.getString("conflict_type")),
        row.getObject("detected_at", OffsetDateTime.class).toInstant(),
        conflict.fields().stream()
            .filter(field -> !field.settled())
            .limit(MOST_FIELDS)
            .map(FieldConflict::path)
            .toList(),
        row.getString("claimed_by"));
  }
}
