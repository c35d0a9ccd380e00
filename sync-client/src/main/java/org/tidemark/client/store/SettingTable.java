package org.tidemark.client.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Single values: who the database belongs to, the cursor, counters. */
public final class SettingTable {

  private final Sql sql;

  SettingTable(Sql sql) {
    this.sql = sql;
  }

  public @Nullable String get(String name) throws SQLException {
    return sql.one(row -> row.getString(1), "select value from setting where name = ?", name);
  }

  public long number(String name, long otherwise) throws SQLException {
    String value = get(name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  /** Sets a value; null removes it. */
  public void set(String name, @Nullable Object value) throws SQLException {
    if (value == null) {
      sql.run("delete from setting where name = ?", name);
    } else {
      sql.run("insert or replace into setting (name, value) values (?, ?)", name, value.toString());
    }
  }
}
