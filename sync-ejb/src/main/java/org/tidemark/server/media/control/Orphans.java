package org.tidemark.server.media.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds media that no record, open conflict or kept revision names.
 *
 * <p>Looking up the records that are known to have named a media is cheap, and done again and
 * again. Before a media is deleted the whole space is searched, once: a type may have got its media
 * fields later, or never. Each step leaves alone what another node has locked.
 */
@ApplicationScoped
public class Orphans {

  private static final String CHECK =
      """
      with due as (
        select id, space from media
         where state in ('READY', 'ATTACHED') and checked_at < ?
         order by checked_at limit ? for update skip locked
      ), judged as (
        select d.id, exists (
                 select 1 from media_reference f
                  where f.media_id = d.id
                    and (exists (select 1 from record r
                                  where r.space = d.space and r.entity_type = f.entity_type
                                    and r.id = f.record_id and position(d.id in r.data) > 0)
                      or exists (select 1 from revision r
                                  where r.space = d.space and r.entity_type = f.entity_type
                                    and r.id = f.record_id and position(d.id in r.data) > 0)
                      or exists (select 1 from conflict c
                                  where c.space = d.space and c.entity_type = f.entity_type
                                    and c.id = f.record_id and c.status = 'OPEN'
                                    and position(d.id in c.payload) > 0))) as named
          from due d
      )
      update media m
         set checked_at = ?,
             state = case when j.named then 'ATTACHED'
                          when m.unnamed_since < ? then 'ORPHANED'
                          else 'READY' end,
             unnamed_since = case when j.named then null else coalesce(m.unnamed_since, ?) end
        from judged j where m.id = j.id
      """;

  private static final String NEXT =
      """
      select id, space, content_id from media where state = 'ORPHANED'
       order by checked_at limit 1 for update skip locked
      """;

  /** Everything of the space that could name it, however it does. */
  private static final String SEARCH =
      """
      with named as (
        select entity_type, id from record where space = ? and position(? in data) > 0
        union
        select entity_type, id from revision where space = ? and position(? in data) > 0
        union
        select entity_type, id from conflict
         where space = ? and status = 'OPEN' and position(? in payload) > 0
      ), noted as (
        insert into media_reference (media_id, entity_type, record_id)
        select ?, entity_type, id from named on conflict do nothing
      )
      select exists (select 1 from named)
      """;

  private static final String NAMED_AFTER_ALL =
      "update media set state = 'ATTACHED', unnamed_since = null, checked_at = ? where id = ?";

  /** An orphan that is about to go. */
  public record Orphan(String media, String space, long contentId) {}

  /** Looks at the media that were not looked at since; gives how many those were. */
  public int check(
      Connection connection, Instant now, Instant before, Instant unnamedBefore, int limit)
      throws SQLException {
    try (PreparedStatement check = connection.prepareStatement(CHECK)) {
      check.setObject(1, time(before));
      check.setInt(2, limit);
      check.setObject(3, time(now));
      check.setObject(4, time(unnamedBefore));
      check.setObject(5, time(now));
      return check.executeUpdate();
    }
  }

  /** The next orphan, locked; empty: there is none that another node is not at. */
  public Optional<Orphan> next(Connection connection) throws SQLException {
    try (PreparedStatement next = connection.prepareStatement(NEXT);
        ResultSet row = next.executeQuery()) {
      return row.next()
          ? Optional.of(new Orphan(row.getString(1), row.getString(2), row.getLong(3)))
          : Optional.empty();
    }
  }

  /** Whether something names the orphan after all; then it is none any more. */
  public boolean isNamed(Connection connection, Orphan orphan, Instant now) throws SQLException {
    try (PreparedStatement search = connection.prepareStatement(SEARCH)) {
      for (int i = 1; i < 7; i += 2) {
        search.setString(i, orphan.space());
        search.setString(i + 1, orphan.media());
      }
      search.setString(7, orphan.media());
      try (ResultSet row = search.executeQuery()) {
        row.next();
        if (!row.getBoolean(1)) {
          return false;
        }
      }
    }
    try (PreparedStatement keep = connection.prepareStatement(NAMED_AFTER_ALL)) {
      keep.setObject(1, time(now));
      keep.setString(2, orphan.media());
      keep.executeUpdate();
      return true;
    }
  }
}
