package org.tidemark.server.review.control;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
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
  private @Nullable String column;
  private String value = "";
  private @Nullable Integer olderThanHours;
  private final List<Condition> trailing = new ArrayList<>();

  private record Condition(String sql, Object value) {}

  private QueueConditions() {}

  /** Lets the condition lead that will match the fewest. */
  public static QueueConditions of(QueueFilter filter) {
    QueueConditions all = new QueueConditions();
    all.olderThanHours = filter.olderThanHours();
    all.equal("c.client_id", filter.clientId());
    all.equal("c.space", filter.space());
    all.equal("c.entity_type", filter.entityType());
    all.equal("c.conflict_type", filter.kind() == null ? null : filter.kind().name());
    // Payloads are canonical JSON: a name and its value stand together in one way only.
    String field = filter.field();
    if (field != null) {
      String path = "\"path\":" + CanonicalJson.print(new JsonString(field));
      all.trailing.add(new Condition("position(? in c.payload) > 0", path));
    }
    String text = filter.text();
    if (text != null) {
      all.trailing.add(
          new Condition(
              "position(? in lower(c.id || ' ' || c.payload)) > 0", text.toLowerCase(Locale.ROOT)));
    }
    return all;
  }

  private void equal(String name, @Nullable String wanted) {
    if (wanted == null) {
      return;
    }
    if (column == null) {
      column = name;
      value = wanted;
    } else {
      trailing.add(new Condition(name + " = ?", wanted));
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
      statement.setObject(i++, condition.value());
    }
    return i;
  }
}
