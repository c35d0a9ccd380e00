package org.tidemark.server.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds columns of many rows as arrays, so that one statement reads or writes them all. */
public final class SqlArrays {
  private SqlArrays() {}

  /** Binds the parameters from 1 on, each a column of the rows. */
  public static <R> void bind(
      PreparedStatement statement, int from, List<R> rows, List<Column<R>> columns)
      throws SQLException {
    int index = from;
    for (Column<R> column : columns) {
      statement.setArray(index++, column.array(statement.getConnection(), rows));
    }
  }

  public static Array texts(Connection connection, List<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray(String[]::new));
  }

  public static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  public static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  /** One column: its PostgreSQL element type and where its values come from. */
  public record Column<R>(String type, Function<R, @Nullable Object> value) {
    public static <R> Column<R> text(Function<R, @Nullable Object> value) {
      return new Column<>("text", value);
    }

    public static <R> Column<R> of(String type, Function<R, @Nullable Object> value) {
      return new Column<>(type, value);
    }

    Array array(Connection connection, List<R> rows) throws SQLException {
      Object[] values = empty(rows.size());
      for (int i = 0; i < values.length; i++) {
        values[i] = value.apply(rows.get(i));
      }
      return connection.createArrayOf(type, values);
    }

    /** The driver encodes arrays of the exact type faster, and those of bytes not otherwise. */
    private Object[] empty(int length) {
      return switch (type) {
        case "bytea" -> new byte[length][];
        case "int4" -> new Integer[length];
        case "int8" -> new Long[length];
        case "bool" -> new Boolean[length];
        default -> new String[length];
      };
    }
  }
}
