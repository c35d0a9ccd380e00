package org.tidemark.server.review.control;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.JsonString;
import org.tidemark.server.review.boundary.QueueFilter;

/**
 * A filter of the queue in SQL.
 *
 * <p>One condition leads: there is an index that has its rows in the queue's order. The others are
 * tried on what that one finds, row by row, so whoever reads bounds how many those are.
 */
public final class QueueConditions {
  private final List<Condition> leading = new ArrayList<>();
  private final List<Condition> trailing = new ArrayList<>();

  private record Condition(String sql, Object value) {}

  private QueueConditions() {}

  /** Puts the condition first that will match the fewest. */
  public static QueueConditions of(QueueFilter filter) {
    QueueConditions all = new QueueConditions();
    List<Condition> equal = new ArrayList<>();
    add(equal, "c.client_id = ?", filter.clientId());
    add(equal, "c.space = ?", filter.space());
    add(equal, "c.entity_type = ?", filter.entityType());
    add(equal, "c.conflict_type = ?", filter.kind() == null ? null : filter.kind().name());
    if (!equal.isEmpty()) {
      all.leading.add(equal.remove(0));
    }
    add(all.leading, "c.detected_at <= now() - make_interval(hours => ?)", filter.olderThanHours());
    all.trailing.addAll(equal);
    // Payloads are canonical JSON: a name and its value stand together in one way only.
    String field = filter.field();
    add(
        all.trailing,
        "position(? in c.payload) > 0",
        field == null ? null : "\"path\":" + CanonicalJson.print(new JsonString(field)));
    String text = filter.text();
    add(
        all.trailing,
        "position(? in lower(c.id || ' ' || c.payload)) > 0",
        text == null ? null : text.toLowerCase(Locale.ROOT));
    return all;
  }

  private static void add(List<Condition> to, String sql, @Nullable Object value) {
    if (value != null) {
      to.add(new Condition(sql, value));
    }
  }

  /** Whether each row that the index gives is one of the filter's. */
  boolean leadAlone() {
    return trailing.isEmpty();
  }

  /** The leading conditions, after {@code from conflict c}. */
  String lead() {
    return " from conflict c where c.status = 'OPEN'" + joined(leading, " and ", " and ");
  }

  /** The others, as a condition; "true" where there are none. */
  String rest() {
    return trailing.isEmpty() ? "true" : joined(trailing, "", " and ");
  }

  /** All conditions, after {@code from conflict c}; their values are {@link #bind}'s. */
  public String matching() {
    return lead() + joined(trailing, " and ", " and ");
  }

  private static String joined(List<Condition> conditions, String first, String between) {
    StringBuilder sql = new StringBuilder();
    for (Condition condition : conditions) {
      sql.append(sql.isEmpty() ? first : between).append(condition.sql());
    }
    return sql.toString();
  }

  /** Binds all values from an index on; gives the next index. */
  public int bind(PreparedStatement statement, int from) throws SQLException {
    return bindRest(statement, bindLead(statement, from));
  }

  int bindLead(PreparedStatement statement, int from) throws SQLException {
    return bind(statement, from, leading);
  }

  int bindRest(PreparedStatement statement, int from) throws SQLException {
    return bind(statement, from, trailing);
  }

  private static int bind(PreparedStatement statement, int from, List<Condition> conditions)
      throws SQLException {
    int i = from;
    for (Condition condition : conditions) {
      statement.setObject(i++, condition.value());
    }
    return i;
  }
}
