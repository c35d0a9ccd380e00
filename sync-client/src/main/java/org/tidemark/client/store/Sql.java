package org.tidemark.client.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;

/** Statements on the one connection, each prepared once. Instants are stored in milliseconds. */
final class Sql {

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Reads one row. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  void execute(String statement) throws SQLException {
    try (Statement plain = connection.createStatement()) {
      plain.execute(statement);
    }
  }

  /** Runs a statement and tells how many rows it changed. */
  int run(String statement, @Nullable Object... values) throws SQLException {
    return bind(statement, values).executeUpdate();
  }

  /** Runs an insert and tells the new row's id. */
  long insert(String statement, @Nullable Object... values) throws SQLException {
    run(statement, values);
    return number("select last_insert_rowid()");
  }

  long number(String query, @Nullable Object... values) throws SQLException {
    Long number = one(row -> row.getLong(1), query, values);
    return number == null ? 0 : number;
  }

  <T> @Nullable T one(RowReader<T> reader, String query, @Nullable Object... values)
      throws SQLException {
    try (ResultSet row = bind(query, values).executeQuery()) {
      return row.next() ? reader.read(row) : null;
    }
  }

  <T> List<T> list(RowReader<T> reader, String query, @Nullable Object... values)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet row = bind(query, values).executeQuery()) {
      while (row.next()) {
        rows.add(reader.read(row));
      }
    }
    return rows;
  }

  /** Forgets what was prepared: a statement that failed may be unusable. */
  void forget() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }

  private PreparedStatement bind(String text, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(text);
    if (statement == null) {
      statement = connection.prepareStatement(text);
      prepared.put(text, statement);
    }
    for (int i = 0; i < values.length; i++) {
      set(statement, i + 1, values[i]);
    }
    return statement;
  }

  private static void set(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(at, Types.NULL);
    } else if (value instanceof Integer number) {
      statement.setInt(at, number);
    } else if (value instanceof Long number) {
      statement.setLong(at, number);
    } else if (value instanceof Boolean flag) {
      statement.setInt(at, flag ? 1 : 0);
    } else if (value instanceof Instant time) {
      statement.setLong(at, time.toEpochMilli());
    } else {
      statement.setString(at, value.toString());
    }
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  static Instant instantOf(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  static @Nullable Document document(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Document.ofCanonical(text);
  }
}
