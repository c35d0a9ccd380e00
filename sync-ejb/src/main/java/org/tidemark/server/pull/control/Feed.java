package org.tidemark.server.pull.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.database.SqlArrays.Column;
import org.tidemark.server.pull.boundary.PullAnswer.Change;
import org.tidemark.server.pull.boundary.PullAnswer.ResolvedConflict;
import org.tidemark.server.pull.control.FeedPage.Stretch;

/**
 * Reads the feed: the record table in the order of (space, seq), with the closed conflicts of the
 * client among the records.
 *
 * <p>Why nothing is ever skipped: a transaction takes its numbers from the space's row, whose lock
 * it holds until it commits. So whoever sees a number sees every smaller one of that space: when
 * the heads have been read, all up to them is committed. The rows are read after them and up to
 * them; a record that was written in between has moved behind the head, where the next pull finds
 * it. Only spaces whose membership came with their heads are read.
 */
@ApplicationScoped
public class Feed {
  private static final int MOST_BYTES = 4 << 20;

  private static final String HEADS =
      """
      select (select epoch from server_state) as epoch,
             (select user_id from client where id = ?) as client_user,
             m.space, m.role, s.seq as head
        from membership m
        join space s on s.id = m.space
       where m.user_id = ?
       order by m.space
      """;

  /** A row past the bound of bytes comes without its data, so as to tell that it is there. */
  private static final String PAGE =
      """
      select p.ord, p.seq, p.bytes_before, p.conflict_id, p.entity_type, p.id, p.version,
             p.updated_at_ms, p.deleted, case when p.bytes_before < ? then p.stored end as data,
             p.status, p.resolution, p.resolved_by, p.resolved_at
        from (select d.ord, f.*,
                     sum(f.bytes + 200) over (order by d.ord, f.seq rows unbounded preceding)
                       - f.bytes as bytes_before
                from unnest(?::text[], ?::bigint[], ?::bigint[])
                     with ordinality d (space, pos, head, ord)
               cross join lateral (
                       (select r.seq, null::text as conflict_id, r.entity_type, r.id, r.version,
                               r.updated_at_ms, r.deleted, r.data as stored,
                               coalesce(octet_length(r.data), 0) as bytes, null::text as status,
                               null::text as resolution, null::text as resolved_by,
                               null::timestamptz as resolved_at
                          from record r
                         where r.space = d.space and r.seq > d.pos and r.seq <= d.head
                           and not r.purged %1$s
                         order by r.seq limit ?)
                       union all
                       (select c.seq, c.conflict_id, c.entity_type, c.id, c.resolved_version, 0,
                               false, null, 0, c.status, c.resolution, c.resolved_by,
                               c.resolved_at
                          from conflict c
                         where c.space = d.space and c.client_id = ? and c.seq > d.pos
                           and c.seq <= d.head %2$s
                         order by c.seq limit ?)
                       order by seq limit ?) f) p
       order by p.ord, p.seq
       limit ?
      """;

  private static final String ALL_TYPES = PAGE.formatted("", "");
  private static final String SOME_TYPES =
      PAGE.formatted("and r.entity_type = any (?)", "and c.entity_type = any (?)");

  private static final List<Column<Stretch>> STRETCH_COLUMNS =
      List.of(
          Column.text(Stretch::space),
          Column.of("int8", Stretch::position),
          Column.of("int8", Stretch::head));

  /** Reads up to {@code limit} changes, and at most about 4 MiB of them, after the positions. */
  public FeedPage read(
      Connection connection,
      String user,
      String clientId,
      Map<String, Long> positions,
      int limit,
      @Nullable List<String> entityTypes)
      throws SQLException {
    FeedPage.Builder page = new FeedPage.Builder(limit);
    try (PreparedStatement heads = connection.prepareStatement(HEADS)) {
      heads.setString(1, clientId);
      heads.setString(2, user);
      try (ResultSet row = heads.executeQuery()) {
        while (row.next()) {
          page.origin(row.getString("epoch"), row.getString("client_user"));
          String space = row.getString("space");
          long position = positions.getOrDefault(space, 0L);
          page.space(space, row.getString("role"), position, row.getLong("head"));
        }
      }
    }
    List<Stretch> due = page.due();
    if (!due.isEmpty()) {
      read(connection, clientId, due, limit, entityTypes, page);
    }
    return page.build();
  }

  private static void read(
      Connection connection,
      String clientId,
      List<Stretch> due,
      int limit,
      @Nullable List<String> entityTypes,
      FeedPage.Builder page)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(entityTypes == null ? ALL_TYPES : SOME_TYPES)) {
      int i = 1;
      select.setInt(i++, MOST_BYTES);
      SqlArrays.bind(select, i, due, STRETCH_COLUMNS);
      i += STRETCH_COLUMNS.size();
      if (entityTypes != null) {
        select.setArray(i++, SqlArrays.texts(connection, entityTypes));
      }
      select.setInt(i++, limit);
      select.setString(i++, clientId);
      if (entityTypes != null) {
        select.setArray(i++, SqlArrays.texts(connection, entityTypes));
      }
      select.setInt(i++, limit);
      select.setInt(i++, limit);
      select.setInt(i, limit + 1);
      try (ResultSet row = select.executeQuery()) {
        fill(page, due, row, limit);
      }
    }
  }

  private static void fill(FeedPage.Builder page, List<Stretch> due, ResultSet row, int limit)
      throws SQLException {
    for (int rows = 0; row.next(); rows++) {
      if (rows == limit || row.getLong("bytes_before") >= MOST_BYTES) {
        page.cut();
        return;
      }
      String space = due.get(row.getInt("ord") - 1).space();
      if (row.getString("conflict_id") == null) {
        page.change(change(space, row), row.getLong("seq"));
      } else {
        page.resolved(resolved(space, row), row.getLong("seq"));
      }
    }
  }

  private static Change change(String space, ResultSet row) throws SQLException {
    String data = row.getString("data");
    return new Change(
        space,
        row.getString("entity_type"),
        row.getString("id"),
        row.getInt("version"),
        Instant.ofEpochMilli(row.getLong("updated_at_ms")),
        row.getBoolean("deleted"),
        data == null ? null : Document.ofCanonical(data));
  }

  private static ResolvedConflict resolved(String space, ResultSet row) throws SQLException {
    return new ResolvedConflict(
        row.getString("conflict_id"),
        space,
        row.getString("entity_type"),
        row.getString("id"),
        row.getString("status"),
        row.getString("resolution"),
        row.getInt("version"),
        row.getString("resolved_by"),
        row.getObject("resolved_at", OffsetDateTime.class).toInstant());
  }
}
