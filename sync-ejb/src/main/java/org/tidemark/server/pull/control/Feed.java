package org.tidemark.server.pull.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.pull.boundary.PullAnswer.Change;
import org.tidemark.server.pull.boundary.PullAnswer.ResolvedConflict;

/**
 * Reads the feed: the record table in the order of (space, seq), with the closed conflicts of the
 * client among the records.
 *
 * <p>Why nothing is ever skipped: a transaction takes its numbers from the space's row, whose lock
 * it holds until it commits. So whoever sees a number sees every smaller one of that space; and the
 * head is read in the same statement, hence from the same snapshot, as the rows up to it. Rights
 * are part of the statement too: a space that is not the user's is never read.
 */
@ApplicationScoped
public class Feed {
  private static final int MOST_BYTES = 4 << 20;

  private static final String PAGE =
      """
      with held as (
        select m.space, m.role, s.seq as head, coalesce(k.pos, 0) as pos
          from membership m
          join space s on s.id = m.space
          left join unnest(?::text[], ?::bigint[]) k (space, pos) on k.space = m.space
         where m.user_id = ?
      ), due as (
        select h.*, sum(h.head - h.pos) over (order by h.space) - (h.head - h.pos) as ahead
          from held h where h.head > h.pos
      ), found as (
        select d.space as of_space, f.*, count(*) over () as candidates,
               row_number() over (order by d.space, f.seq) as place,
               sum(coalesce(octet_length(f.data), 0) + 200) over (order by d.space, f.seq)
                 - coalesce(octet_length(f.data), 0) as bytes_before
          from (select * from due where ahead < ?) d
         cross join lateral (
                 (select r.seq, null::text as conflict_id, r.entity_type, r.id, r.version,
                         r.updated_at_ms, r.deleted, r.data, null::text as status,
                         null::text as resolution, null::text as resolved_by,
                         null::timestamptz as resolved_at
                    from record r
                   where r.space = d.space and r.seq > d.pos and not r.purged %1$s
                   order by r.seq limit ?)
                 union all
                 (select c.seq, c.conflict_id, c.entity_type, c.id, c.resolved_version, 0, false,
                         null, c.status, c.resolution, c.resolved_by, c.resolved_at
                    from conflict c
                   where c.space = d.space and c.client_id = ? and c.seq > d.pos %2$s
                   order by c.seq limit ?)
                 order by seq limit ?) f
      )
      select (select epoch from server_state) as epoch,
             (select user_id from client where id = ?) as client_user,
             h.space, h.role, h.head, h.pos, coalesce(d.ahead < ?, true) as read, f.*
        from held h
        left join due d on d.space = h.space
        left join found f on f.of_space = h.space and f.place <= ? and f.bytes_before < ?
       order by h.space, f.seq
      """;

  private static final String ALL_TYPES = PAGE.formatted("", "");
  private static final String SOME_TYPES =
      PAGE.formatted("and r.entity_type = any (?)", "and c.entity_type = any (?)");

  /** Reads up to {@code limit} changes, and at most about 4 MiB of them, after the positions. */
  public FeedPage read(
      Connection connection,
      String user,
      String clientId,
      Map<String, Long> positions,
      int limit,
      @Nullable List<String> entityTypes)
      throws SQLException {
    List<String> spaces = new ArrayList<>(positions.keySet());
    try (PreparedStatement select =
        connection.prepareStatement(entityTypes == null ? ALL_TYPES : SOME_TYPES)) {
      int i = 1;
      select.setArray(i++, SqlArrays.texts(connection, spaces));
      select.setArray(
          i++, connection.createArrayOf("int8", spaces.stream().map(positions::get).toArray()));
      select.setString(i++, user);
      select.setInt(i++, limit);
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
      select.setString(i++, clientId);
      select.setInt(i++, limit);
      select.setInt(i++, limit);
      select.setInt(i, MOST_BYTES);
      try (ResultSet row = select.executeQuery()) {
        return page(row, limit);
      }
    }
  }

  private static FeedPage page(ResultSet row, int limit) throws SQLException {
    FeedPage.Builder page = new FeedPage.Builder(limit);
    String epoch = "";
    String clientUser = null;
    String space = "";
    while (row.next()) {
      String next = row.getString("space");
      if (!next.equals(space)) {
        space = next;
        epoch = row.getString("epoch");
        clientUser = row.getString("client_user");
        page.space(
            space,
            row.getString("role"),
            row.getLong("pos"),
            row.getLong("head"),
            row.getBoolean("read"));
      }
      long seq = row.getLong("seq");
      if (row.wasNull()) {
        continue;
      }
      if (row.getString("conflict_id") == null) {
        page.change(change(space, row), seq, row.getLong("candidates"));
      } else {
        page.resolved(resolved(space, row), seq, row.getLong("candidates"));
      }
    }
    return page.build(epoch, clientUser);
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
