package org.tidemark.server.space.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.space.boundary.MemberLine;
import org.tidemark.server.space.boundary.MemberPage;
import org.tidemark.server.space.boundary.SpaceFacts;
import org.tidemark.server.space.boundary.SpaceFacts.Counted;
import org.tidemark.server.space.boundary.SpaceLine;
import org.tidemark.server.space.boundary.SpacePage;

/** Reads spaces and members along their keys; counts what a space has up to a bound. */
@ApplicationScoped
public class SpaceQueries {
  private static final int COUNTED = 10_000;

  private static final String PAGE =
      """
      select id, personal_of, created_by, created_at
        from space where id > ? %s order by id limit ?
      """;

  private static final String MEMBERS =
      """
      select m.user_id, m.role, m.since, %s as seen
        from membership m join space s on s.id = m.space
       where m.space = ? and m.user_id > ? order by m.user_id limit ?
      """
          .formatted(seen("m.user_id") + " or s.created_by = m.user_id");

  private static final String SEEN = "select " + seen("?::text");

  private static final String FACTS =
      """
      select s.id, s.personal_of, s.created_by, s.created_at,
             (select count(*) from (select 1 from record r
                where r.space = s.id and not r.deleted limit %1$d) n) as records,
             (select count(*) from (select 1 from conflict c
                where c.space = s.id and c.status = 'OPEN' limit %1$d) n) as open_conflicts,
             (select count(*) from (select 1 from membership m
                join client k on k.user_id = m.user_id where m.space = s.id limit %1$d) n) as clients,
             (select count(*) from (select 1 from membership m
                where m.space = s.id limit %1$d) n) as members,
             coalesce(u.stored_bytes, 0) as stored_bytes,
             coalesce(u.staged_bytes, 0) as staged_bytes
        from space s left join media_usage u on u.space = s.id where s.id = ?
      """
          .formatted(COUNTED + 1);

  public SpacePage page(
      Connection connection, @Nullable String prefix, @Nullable String from, int size)
      throws SQLException {
    List<SpaceLine> spaces = new ArrayList<>();
    String sql = PAGE.formatted(prefix == null ? "" : "and id ^@ ?");
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int i = 1;
      select.setString(i++, from == null ? "" : from);
      if (prefix != null) {
        select.setString(i++, prefix);
      }
      select.setInt(i, size + 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          spaces.add(
              new SpaceLine(
                  row.getString("id"),
                  row.getString("personal_of"),
                  row.getString("created_by"),
                  instant(row, "created_at")));
        }
      }
    }
    return spaces.size() <= size
        ? new SpacePage(spaces, null)
        : new SpacePage(spaces.subList(0, size), spaces.get(size - 1).space());
  }

  public MemberPage members(Connection connection, String space, @Nullable String from, int size)
      throws SQLException {
    List<MemberLine> members = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(MEMBERS)) {
      select.setString(1, space);
      select.setString(2, from == null ? "" : from);
      select.setInt(3, size + 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          members.add(
              new MemberLine(
                  row.getString("user_id"),
                  row.getString("role"),
                  instant(row, "since"),
                  row.getBoolean("seen")));
        }
      }
    }
    return members.size() <= size
        ? new MemberPage(members, null)
        : new MemberPage(members.subList(0, size), members.get(size - 1).user());
  }

  /** Who has ever used the server has a device, or a space of their own. */
  private static String seen(String user) {
    return """
        (exists (select 1 from client k where k.user_id = %1$s)
          or exists (select 1 from space p where p.id = '~' || %1$s))
        """
        .formatted(user);
  }

  /** Whether anybody has ever used this name. */
  public boolean isSeen(Connection connection, String user) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SEEN)) {
      select.setString(1, user);
      select.setString(2, user);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  public Optional<SpaceFacts> facts(Connection connection, String space, long quotaBytes)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FACTS)) {
      select.setString(1, space);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new SpaceFacts(
                row.getString("id"),
                row.getString("personal_of"),
                row.getString("created_by"),
                instant(row, "created_at"),
                counted(row, "records"),
                counted(row, "open_conflicts"),
                counted(row, "clients"),
                counted(row, "members"),
                row.getLong("stored_bytes"),
                row.getLong("staged_bytes"),
                quotaBytes));
      }
    }
  }

  private static Counted counted(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return new Counted(Math.min(number, COUNTED), number > COUNTED);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
