package org.tidemark.client.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.SpaceId;

/** The spaces that the user sees, and lost ones of which something unsent is kept. */
public final class SpaceTable {

  private final Sql sql;

  SpaceTable(Sql sql) {
    this.sql = sql;
  }

  /** A space as the last page told; lost ones have a time. */
  public record SpaceRow(SpaceId space, String role, @Nullable Instant lostAt) {}

  public List<SpaceRow> all() throws SQLException {
    return sql.list(
        row ->
            new SpaceRow(
                new SpaceId(row.getString("space")),
                row.getString("role"),
                Sql.instant(row, "lost_at")),
        "select * from space order by space");
  }

  public @Nullable SpaceRow find(SpaceId space) throws SQLException {
    return sql.one(
        row -> new SpaceRow(space, row.getString("role"), Sql.instant(row, "lost_at")),
        "select * from space where space = ?",
        space);
  }

  public void grant(SpaceId space, String role) throws SQLException {
    sql.run("insert or replace into space (space, role, lost_at) values (?, ?, null)", space, role);
  }

  public void lose(SpaceId space, Instant at) throws SQLException {
    sql.run("update space set lost_at = ? where space = ?", at, space);
  }
}
