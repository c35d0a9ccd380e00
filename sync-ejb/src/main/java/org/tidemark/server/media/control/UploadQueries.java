package org.tidemark.server.media.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.MediaState;
import org.tidemark.server.media.boundary.OrphanLine;
import org.tidemark.server.media.boundary.OrphanPage;
import org.tidemark.server.media.boundary.UploadFilter;
import org.tidemark.server.media.boundary.UploadLine;
import org.tidemark.server.media.boundary.UploadPage;

/** Lists uploads and orphans along their indexes, each page from where the last one ended. */
@ApplicationScoped
public class UploadQueries {
  private static final String BRANCH =
      """
      (select id, space, user_id, state, file_name, content_type, size_bytes, rejection,
              created_at, expires_at
         from upload where state = ?%s order by created_at desc, id desc limit ?)
      """;
  private static final String PAGE =
      "select * from (%s) u order by created_at desc, id desc limit ?";

  private static final String ORPHANS =
      """
      select id, space, created_by, file_name, size_bytes, unnamed_since from media
       where unnamed_since is not null and state in ('READY', 'ORPHANED')%s
       order by unnamed_since, id limit ?
      """;

  /** Each state is read along its own index, so that none is sorted. */
  public UploadPage page(
      Connection connection, UploadFilter filter, @Nullable TimedPlace after, int size)
      throws SQLException {
    String conditions =
        (filter.space() == null ? "" : " and space = ?")
            + (filter.user() == null ? "" : " and user_id = ?")
            + (after == null ? "" : " and (created_at, id) < (?, ?)");
    String branches =
        filter.states().stream()
            .map(state -> BRANCH.formatted(conditions))
            .collect(Collectors.joining(" union all "));
    List<UploadLine> uploads = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(PAGE.formatted(branches))) {
      int i = 1;
      for (MediaState state : filter.states()) {
        select.setString(i++, state.name());
        if (filter.space() != null) {
          select.setString(i++, filter.space());
        }
        if (filter.user() != null) {
          select.setString(i++, filter.user());
        }
        i = bind(select, i, after);
        select.setInt(i++, size + 1);
      }
      select.setInt(i, size + 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          uploads.add(upload(row));
        }
      }
    }
    if (uploads.size() <= size) {
      return new UploadPage(uploads, null);
    }
    UploadLine last = uploads.get(size - 1);
    return new UploadPage(
        uploads.subList(0, size), new TimedPlace(last.createdAt(), last.id()).text());
  }

  /** Those first that nobody has named for longest. */
  public OrphanPage orphans(
      Connection connection, @Nullable TimedPlace after, int size, Duration life)
      throws SQLException {
    String condition = after == null ? "" : " and (unnamed_since, id) > (?, ?)";
    List<OrphanLine> orphans = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ORPHANS.formatted(condition))) {
      select.setInt(bind(select, 1, after), size + 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Instant since = instant(row, "unnamed_since");
          orphans.add(
              new OrphanLine(
                  row.getString("id"),
                  row.getString("space"),
                  row.getString("created_by"),
                  row.getString("file_name"),
                  row.getLong("size_bytes"),
                  since,
                  since.plus(life)));
        }
      }
    }
    if (orphans.size() <= size) {
      return new OrphanPage(orphans, null);
    }
    OrphanLine last = orphans.get(size - 1);
    return new OrphanPage(
        orphans.subList(0, size), new TimedPlace(last.unnamedSince(), last.id()).text());
  }

  private static int bind(PreparedStatement select, int from, @Nullable TimedPlace after)
      throws SQLException {
    if (after == null) {
      return from;
    }
    select.setObject(from, time(after.at()));
    select.setString(from + 1, after.id());
    return from + 2;
  }

  private static UploadLine upload(ResultSet row) throws SQLException {
    String rejection = row.getString("rejection");
    int cut = rejection == null ? -1 : rejection.indexOf('\n');
    return new UploadLine(
        row.getString("id"),
        row.getString("space"),
        row.getString("user_id"),
        MediaState.valueOf(row.getString("state")),
        row.getString("file_name"),
        row.getString("content_type"),
        row.getLong("size_bytes"),
        rejection == null || cut < 0 ? null : rejection.substring(0, cut),
        rejection == null ? null : rejection.substring(cut + 1),
        instant(row, "created_at"),
        instant(row, "expires_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
