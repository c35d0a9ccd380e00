package org.tidemark.server.review.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;
import org.tidemark.server.review.boundary.QueueFilter;

/**
 * A filter of the queue in SQL.
 *
 * <p>One condition leads: there is an index that has its rows in the queue's order. The others are
 * tried on what that one finds, row by row, so whoever reads bounds how many those are.
 *
 * <p>The leading column is bounded from both sides and leads the order as well. By plain equality
 * the planner would take it for spread evenly over time, and walk the index of all conflicts past
 * thousands of others.
 */
public final class QueueConditions {
  /** A document is no deeper than this. */
  private static final int MOST_PLACES = JsonReader.MAX_DEPTH;

  private static final String CONTAINED = "position(? in c.payload) > 0";

  private @Nullable String column;
  private String value = "";
  private @Nullable Integer olderThanHours;
  private final List<Condition> trailing = new ArrayList<>();

  private record Condition(String sql, List<String> values) {}

  private QueueConditions() {}

  /** Lets the condition lead that will match the fewest. */
  public static QueueConditions of(Connection connection, QueueFilter filter) throws SQLException {
    QueueConditions all = new QueueConditions();
    all.olderThanHours = filter.olderThanHours();
    ClientNamed client = ClientNamed.of(connection, filter.clientId());
    all.equal("c.client_id", client.one());
    all.equal("c.space", filter.space());
    all.equal("c.entity_type", filter.entityType());
    all.equal("c.conflict_type", filter.kind() == null ? null : filter.kind().name());
    if (client.prefix() != null) {
      all.trailing.add(new Condition("starts_with(c.client_id, ?)", List.of(client.prefix())));
    }
    if (filter.field() != null) {
      all.trailing.add(inConflict(filter.field()));
    }
    String text = filter.text();
    if (text != null) {
      all.trailing.add(
          new Condition(
              "position(? in lower(c.id || ' ' || c.payload)) > 0",
              List.of(text.toLowerCase(Locale.ROOT))));
    }
    return all;
  }

  /**
   * A field is in conflict by itself, by something within it, or by what it is within, since an
   * object may be compared as a whole; then its name is at least somewhere in the sides.
   *
   * <p>Payloads are canonical JSON: a name and its value stand together in one way only.
   */
  private static Condition inConflict(String field) {
    List<String> values = new ArrayList<>();
    values.add(place(field));
    String within = place(field + "/");
    values.add(within.substring(0, within.length() - 1));
    String sql = CONTAINED + " or " + CONTAINED;
    List<String> around = new ArrayList<>();
    int end = field.lastIndexOf('/');
    while (end > 0 && around.size() < MOST_PLACES) {
      around.add(place(field.substring(0, end)));
      end = field.lastIndexOf('/', end - 1);
    }
    if (!around.isEmpty()) {
      String any = String.join(" or ", Collections.nCopies(around.size(), CONTAINED));
      sql += " or (" + CONTAINED + " and (" + any + "))";
      values.add(name(field));
      values.addAll(around);
    }
    return new Condition("(" + sql + ")", values);
  }

  /** A member of the field's name; an element of a list has none. */
  private static String name(String field) {
    String last = field.substring(field.lastIndexOf('/') + 1);
    String name = last.replace("~1", "/").replace("~0", "~");
    return last.matches("[0-9]+") ? "" : CanonicalJson.print(new JsonString(name)) + ":";
  }

  private static String place(String field) {
    return "\"path\":" + CanonicalJson.print(new JsonString(field));
  }

  private void equal(String name, @Nullable String wanted) {
    if (wanted == null) {
      return;
    }
    if (column == null) {
      column = name;
      value = wanted;
    } else {
      trailing.add(new Condition(name + " = ?", List.of(wanted)));
    }
  }

  /** Whether each row that the index gives is one of the filter's. */
  boolean leadAlone() {
    return trailing.isEmpty();
  }

  /** The leading conditions, after {@code select …}. */
  String lead() {
    StringBuilder sql = new StringBuilder(" from conflict c where c.status = 'OPEN'");
    if (column != null) {
      sql.append(" and ").append(column).append(" >= ? and ").append(column).append(" <= ?");
    }
    if (olderThanHours != null) {
      sql.append(" and ").append(row("c.detected_at")).append(" <= ");
      sql.append(marks("now() - make_interval(hours => ?)"));
    }
    return sql.toString();
  }

  /** Columns of the queue's order, with the leading one before them. */
  String columns(String columns) {
    return column == null ? columns : column + ", " + columns;
  }

  /** As a row to compare with {@link #marks}. */
  String row(String columns) {
    return "(" + columns(columns) + ")";
  }

  /** The other side of a comparison with {@link #row}; its first value is {@link #bindRow}'s. */
  String marks(String marks) {
    return column == null ? "(" + marks + ")" : "(?, " + marks + ")";
  }

  /** The others, as a condition; "true" where there are none. */
  String rest() {
    return trailing.isEmpty()
        ? "true"
        : trailing.stream().map(Condition::sql).collect(Collectors.joining(" and "));
  }

  /** All conditions, after {@code select …}; their values are {@link #bind}'s. */
  public String matching() {
    return lead() + " and " + rest();
  }

  /** Binds all values from an index on; gives the next index. */
  public int bind(PreparedStatement statement, int from) throws SQLException {
    return bindRest(statement, bindLead(statement, from));
  }

  int bindLead(PreparedStatement statement, int from) throws SQLException {
    int i = from;
    if (column != null) {
      statement.setString(i++, value);
      statement.setString(i++, value);
    }
    Integer hours = olderThanHours;
    if (hours != null) {
      i = bindRow(statement, i);
      statement.setInt(i++, hours);
    }
    return i;
  }

  int bindRow(PreparedStatement statement, int from) throws SQLException {
    if (column == null) {
      return from;
    }
    statement.setString(from, value);
    return from + 1;
  }

  int bindRest(PreparedStatement statement, int from) throws SQLException {
    int i = from;
    for (Condition condition : trailing) {
      for (String each : condition.values()) {
        statement.setString(i++, each);
      }
    }
    return i;
  }
}
