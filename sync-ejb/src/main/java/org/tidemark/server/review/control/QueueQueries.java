package org.tidemark.server.review.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.Document;
import org.tidemark.server.receipt.control.AnswerText;
import org.tidemark.server.review.boundary.QueueFilter;
import org.tidemark.server.review.boundary.QueuePage;
import org.tidemark.server.review.boundary.QueueRow;

/**
 * Reads the queue along an index, so that a page costs the same wherever it begins.
 *
 * <p>Where a filter has conditions that no index knows, a page looks at {@link #WINDOW} conflicts
 * at most. Should it find too few among them it says so, and the next page goes on from there.
 */
@ApplicationScoped
public class QueueQueries {
  /** Conflicts that a page looks at, whatever the filter. */
  public static final int WINDOW = 5_000;

  private static final int MOST_FIELDS = 20;

  private static final String COLUMNS =
      """
      select c.conflict_id, c.space, c.entity_type, c.id, c.client_id, c.user_id,
             c.conflict_type, c.detected_at, c.payload,
             (select k.user_id from conflict_claim k
               where k.conflict_id = c.conflict_id
                 and k.claimed_at >= now() - interval '1 hour') as claimed_by
        from (select c.*
      """;

  /** Walks from type to type, so that it reads as many rows as there are types. */
  private static final String TYPES =
      """
      with recursive t as (
        (select entity_type from conflict where status = 'OPEN' order by entity_type limit 1)
        union all
        select (select c.entity_type from conflict c
                 where c.status = 'OPEN' and c.entity_type > t.entity_type
                 order by c.entity_type limit 1)
          from t where t.entity_type is not null)
      select entity_type from t where entity_type is not null limit ?
      """;

  private static final String AT = "select detected_at from conflict where conflict_id = ?";

  public QueuePage page(Connection connection, QueueFilter filter, Place place, int size)
      throws SQLException {
    QueueConditions conditions = QueueConditions.of(connection, filter);
    List<QueueRow> rows = read(connection, conditions, place, size + 1);
    boolean more = rows.size() > size;
    rows = new ArrayList<>(more ? rows.subList(0, size) : rows);
    Place edge = null;
    if (!more && !conditions.leadAlone()) {
      edge = edge(connection, conditions, place);
    }
    if (place.backwards()) {
      Collections.reverse(rows);
    }
    QueueCounting.Total total = QueueCounting.total(connection, conditions);
    return new QueuePage(
        rows,
        total.count(),
        total.atLeast(),
        edge != null,
        previous(place, rows, more, edge),
        next(place, rows, more, edge));
  }

  private static @Nullable String previous(
      Place place, List<QueueRow> rows, boolean more, @Nullable Place edge) {
    if (!place.backwards()) {
      return place.equals(Place.START) ? null : beginning(place, rows, true).text();
    }
    if (edge != null) {
      return edge.text();
    }
    return more ? at(rows.get(0), true).text() : null;
  }

  private static @Nullable String next(
      Place place, List<QueueRow> rows, boolean more, @Nullable Place edge) {
    if (place.backwards()) {
      return beginning(place, rows, false).text();
    }
    if (edge != null) {
      return edge.text();
    }
    return more ? at(rows.get(rows.size() - 1), false).text() : null;
  }

  /** Back to where this page was come from; without rows that is the page's own place. */
  private static Place beginning(Place place, List<QueueRow> rows, boolean backwards) {
    if (rows.isEmpty()) {
      return new Place(backwards, place.detectedAt(), place.conflictId());
    }
    return at(rows.get(backwards ? 0 : rows.size() - 1), backwards);
  }

  /** The types of open conflicts, by their names. */
  public List<String> types(Connection connection, int limit) throws SQLException {
    List<String> types = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(TYPES)) {
      select.setInt(1, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          types.add(row.getString(1));
        }
      }
    }
    return types;
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
        return read(connection, QueueConditions.of(connection, filter), place, 1).stream()
            .map(QueueRow::conflictId)
            .findFirst();
      }
    }
  }

  private static Place at(QueueRow row, boolean backwards) {
    return new Place(backwards, row.detectedAt(), row.conflictId());
  }

  private static List<QueueRow> read(
      Connection connection, QueueConditions conditions, Place place, int limit)
      throws SQLException {
    String sql =
        COLUMNS
            + window(conditions, place)
            + " limit ?) c where "
            + conditions.rest()
            + order(conditions, place)
            + " limit ?";
    List<QueueRow> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int i = bindWindow(select, conditions, place);
      select.setInt(i++, conditions.leadAlone() ? limit : WINDOW);
      i = conditions.bindRest(select, i);
      select.setInt(i, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(row(row));
        }
      }
    }
    return rows;
  }

  /** The last conflict that a page looks at; null: there are no more than it looks at. */
  private static @Nullable Place edge(
      Connection connection, QueueConditions conditions, Place place) throws SQLException {
    String sql =
        "select c.detected_at, c.conflict_id" + window(conditions, place) + " offset ? limit 1";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int i = bindWindow(select, conditions, place);
      select.setInt(i, WINDOW - 1);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        Instant detectedAt = row.getObject(1, OffsetDateTime.class).toInstant();
        return new Place(place.backwards(), detectedAt, row.getString(2));
      }
    }
  }

  private static String window(QueueConditions conditions, Place place) {
    String side = place.backwards() ? " < " : " > ";
    return conditions.lead()
        + " and "
        + conditions.row("c.detected_at, c.conflict_id")
        + side
        + conditions.marks("?::timestamptz, ?")
        + order(conditions, place);
  }

  private static String order(QueueConditions conditions, Place place) {
    String columns = conditions.columns("c.detected_at, c.conflict_id");
    return " order by " + (place.backwards() ? columns.replace(",", " desc,") + " desc" : columns);
  }

  private static int bindWindow(PreparedStatement select, QueueConditions conditions, Place place)
      throws SQLException {
    int i = conditions.bindRow(select, conditions.bindLead(select, 1));
    select.setObject(i++, time(place.detectedAt()));
    select.setString(i++, place.conflictId());
    return i;
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
