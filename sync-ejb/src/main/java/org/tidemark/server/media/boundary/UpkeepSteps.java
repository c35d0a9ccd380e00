package org.tidemark.server.media.boundary;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.Database;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;
import org.tidemark.server.media.control.Contents;
import org.tidemark.server.media.control.Contents.Content;
import org.tidemark.server.media.control.Endings;
import org.tidemark.server.media.control.KeyRing;
import org.tidemark.server.media.control.Orphans;
import org.tidemark.server.media.control.Orphans.Orphan;
import org.tidemark.server.media.control.Quota;
import org.tidemark.server.media.entity.MediaRow;
import org.tidemark.server.settings.MediaSettings;
import org.tidemark.server.settings.ServerSettings;

/** One small transaction of the upkeep of media each. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UpkeepSteps {
  private static final Caller SERVER = new Caller("server", Set.of(Role.ADMIN), "upkeep");

  /** With the references that it had, which are of no use any more. */
  private static final String FORGET =
      """
      with gone as (
        delete from media where id in (
          select id from media where state = 'DELETED' and checked_at < ?
           order by checked_at limit 1000 for update skip locked)
        returning id
      )
      delete from media_reference where media_id in (select id from gone)
      """;

  private static final String LIVE =
      """
      select id from upload
       where id = any (?) and state in ('CREATED', 'UPLOADING', 'COMPLETING')
      """;
  private static final String DUE_UPLOADS =
      "select id from upload where expires_at <= ? order by expires_at limit ?";

  @PersistenceContext(unitName = "sync")
  private EntityManager entities;

  @Inject private Database database;
  @Inject private Orphans orphans;
  @Inject private Contents contents;
  @Inject private KeyRing keys;
  @Inject private Quota quota;
  @Inject private Endings endings;
  @Inject private AuditTrail audit;
  @Inject private MediaSettings settings;
  @Inject private ServerSettings serverSettings;

  /**
   * What one step of deletion did.
   *
   * @param wasThere whether there was an orphan to look at
   * @param unused the key whose bytes nobody has any more
   */
  public record Ended(boolean wasThere, Optional<ContentKey> unused) {}

  public int check(Instant now, Instant before, int limit) {
    Instant unnamedBefore = now.minus(settings.orphanLife());
    return database.call(c -> orphans.check(c, now, before, unnamedBefore, limit));
  }

  public Ended endNextOrphan(Instant now) {
    return database.call(
        connection -> {
          Optional<Orphan> next = orphans.next(connection);
          if (next.isEmpty()) {
            return new Ended(false, Optional.empty());
          }
          Orphan orphan = next.get();
          MediaRow row = entities.find(MediaRow.class, orphan.media());
          if (row == null || orphans.isNamed(connection, orphan, now)) {
            return new Ended(true, Optional.empty());
          }
          audit.space(SERVER, "media.orphan", new SpaceId(row.space), row.id, null);
          return new Ended(true, endings.end(connection, row));
        });
  }

  public List<Content> due(Instant now, Instant before, int limit) {
    return database.call(connection -> contents.due(connection, now, before, limit));
  }

  public boolean lost(Content content, Instant now) {
    return database.call(connection -> contents.lost(connection, content, now));
  }

  /** The uploads to give up or to forget, longest due first. */
  public List<String> dueUploads(Instant now, int limit) {
    return database.call(
        connection -> {
          try (PreparedStatement due = connection.prepareStatement(DUE_UPLOADS)) {
            due.setObject(1, time(now));
            due.setInt(2, limit);
            return texts(due);
          }
        });
  }

  /** Those of the uploads whose staged bytes are needed. */
  public Set<String> live(List<String> uploads) {
    return uploads.isEmpty()
        ? Set.of()
        : database.call(
            connection -> {
              try (PreparedStatement live = connection.prepareStatement(LIVE)) {
                live.setArray(1, SqlArrays.texts(connection, uploads));
                return new HashSet<>(texts(live));
              }
            });
  }

  private static List<String> texts(PreparedStatement select) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  /** Those of the keys whose bytes are needed. */
  public Set<String> known(List<String> contentKeys) {
    return contentKeys.isEmpty()
        ? Set.of()
        : database.call(connection -> contents.known(connection, contentKeys));
  }

  public void rotateKeys(Instant now) {
    database.call(
        connection -> {
          keys.rotate(connection, now);
          return true;
        });
  }

  /** Removes rows of media that were deleted long ago. */
  public void forgetDeleted(Instant now) {
    Instant before = now.minus(serverSettings.receiptLife());
    database.call(
        connection -> {
          try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setObject(1, time(before));
            return forget.executeUpdate();
          }
        });
  }

  public Quota.Totals totals() {
    return database.call(quota::totals);
  }
}
