package org.tidemark.server.media.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.core.media.ContentKey;
import org.tidemark.server.database.RaceLost;
import org.tidemark.server.database.SqlArrays;

/**
 * The bytes that a space's media have, each stored once, with the number of media that share them.
 */
@ApplicationScoped
public class Contents {

  /** Bytes in the store. */
  public record Content(long id, ContentKey key, long sizeBytes) {}

  private static final String FIND =
      """
      select id, key, size_bytes from media_content
       where space = ? and sha256 = ? and size_bytes = ? and lost_at is null
      """;

  private static final String OF_MEDIA =
      """
      select c.id, c.key, c.size_bytes from media_content c where c.id = ? and c.lost_at is null
      """;

  /** Bytes that were lost are there again under the new key. */
  private static final String SHARE =
      """
      insert into media_content as c (space, sha256, size_bytes, key, refs, checked_at)
      values (?, ?, ?, ?, 1, ?)
      on conflict (space, sha256, size_bytes) do update
         set refs = c.refs + 1, lost_at = null, checked_at = excluded.checked_at,
             key = case when c.lost_at is null then c.key else excluded.key end
      returning id, key, refs
      """;

  private static final String LET_GO =
      "update media_content set refs = refs - 1 where id = ? returning key, refs, space, size_bytes";
  private static final String REMOVE = "delete from media_content where id = ?";

  private static final String DUE =
      """
      update media_content set checked_at = ? where id in (
        select id from media_content where lost_at is null and checked_at < ?
         order by checked_at limit ? for update skip locked)
      returning id, key, size_bytes
      """;
  private static final String LOST =
      "update media_content set lost_at = ? where id = ? and key = ? and lost_at is null";
  private static final String KNOWN = "select key from media_content where key = any (?)";

  @Inject private Quota quota;

  /** Equal bytes that the space has already. */
  public Optional<Content> find(Connection connection, String space, String sha256, long bytes)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, space);
      find.setString(2, sha256);
      find.setLong(3, bytes);
      return first(find);
    }
  }

  /** The bytes of a media; empty where they are lost. */
  public Optional<Content> of(Connection connection, long contentId) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(OF_MEDIA)) {
      find.setLong(1, contentId);
      return first(find);
    }
  }

  /**
   * Counts one more media that has these bytes.
   *
   * @param key where they were published, for the case that the space does not have them yet
   * @param isPublished whether they were; where they were not, the space must have them
   * @return the bytes that count, under this key or another
   */
  public Content share(
      Connection connection,
      String space,
      String sha256,
      long sizeBytes,
      ContentKey key,
      boolean isPublished,
      Instant now)
      throws SQLException {
    try (PreparedStatement share = connection.prepareStatement(SHARE)) {
      share.setString(1, space);
      share.setString(2, sha256);
      share.setLong(3, sizeBytes);
      share.setString(4, key.value());
      share.setObject(5, time(now));
      try (ResultSet row = share.executeQuery()) {
        row.next();
        Content used = new Content(row.getLong(1), new ContentKey(row.getString(2)), sizeBytes);
        if (used.key().equals(key) && !isPublished) {
          throw new RaceLost("the equal bytes went with their last media");
        }
        if (row.getInt(3) == 1) {
          quota.stored(connection, space, sizeBytes);
        }
        return used;
      }
    }
  }

  /** Counts one media less; gives the key whose bytes nobody has any more. */
  public Optional<ContentKey> letGo(Connection connection, long contentId) throws SQLException {
    try (PreparedStatement letGo = connection.prepareStatement(LET_GO)) {
      letGo.setLong(1, contentId);
      try (ResultSet row = letGo.executeQuery()) {
        if (!row.next() || row.getInt("refs") > 0) {
          return Optional.empty();
        }
        try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
          remove.setLong(1, contentId);
          remove.executeUpdate();
        }
        quota.stored(connection, row.getString("space"), -row.getLong("size_bytes"));
        return Optional.of(new ContentKey(row.getString("key")));
      }
    }
  }

  /** The next bytes to look for in the store, which count as looked for from now on. */
  public List<Content> due(Connection connection, Instant now, Instant before, int limit)
      throws SQLException {
    try (PreparedStatement due = connection.prepareStatement(DUE)) {
      due.setObject(1, time(now));
      due.setObject(2, time(before));
      due.setInt(3, limit);
      return all(due);
    }
  }

  /** Notes that the store does not have the bytes. */
  public boolean lost(Connection connection, Content content, Instant now) throws SQLException {
    try (PreparedStatement lost = connection.prepareStatement(LOST)) {
      lost.setObject(1, time(now));
      lost.setLong(2, content.id());
      lost.setString(3, content.key().value());
      return lost.executeUpdate() == 1;
    }
  }

  /** Those of the keys that have a row. */
  public Set<String> known(Connection connection, List<String> keys) throws SQLException {
    Set<String> known = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
      select.setArray(1, SqlArrays.texts(connection, keys));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.add(row.getString(1));
        }
      }
    }
    return known;
  }

  private static Optional<Content> first(PreparedStatement select) throws SQLException {
    List<Content> found = all(select);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  private static List<Content> all(PreparedStatement select) throws SQLException {
    List<Content> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new Content(
                row.getLong("id"),
                new ContentKey(row.getString("key")),
                row.getLong("size_bytes")));
      }
    }
    return found;
  }
}
