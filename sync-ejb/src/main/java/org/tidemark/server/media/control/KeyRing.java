package org.tidemark.server.media.control;

import static org.tidemark.server.database.SqlArrays.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.media.sign.SigningKeys;
import org.tidemark.media.sign.SigningKeys.Key;
import org.tidemark.server.database.Database;

/**
 * The keys that sign URLs. They are in the database, so all nodes have the same.
 *
 * <p>Each node reads them once in a while. A new key signs only when every node has had time to
 * read it; the one before is accepted until a third one comes.
 */
@ApplicationScoped
public class KeyRing {
  /** How long a key signs. */
  public static final Duration KEY_LIFE = Duration.ofDays(30);

  private static final Duration READ_EVERY = Duration.ofSeconds(20);
  private static final Duration SIGNS_AFTER = READ_EVERY.multipliedBy(3);
  private static final int SECRET_BYTES = 32;
  private static final int KEPT = 2;

  private static final String READ =
      "select id, secret, created_at from media_key order by created_at desc, id";
  private static final String LOCK = "select 1 from server_state for update";
  private static final String ADD =
      """
      insert into media_key (id, secret, created_at)
      select ?, ?, ? where not exists (select 1 from media_key where created_at > ?)
      """;
  private static final String RETIRE =
      """
      delete from media_key where id not in (
        select id from media_key order by created_at desc, id limit ?)
      """;

  @Inject private Database database;
  @Inject private InstantSource clock;
  @Inject private Names names;

  private volatile @Nullable Read last;

  private record Read(SigningKeys keys, Instant at) {}

  /** The keys, as they were not long ago. */
  public SigningKeys keys() {
    Instant now = clock.instant();
    Read known = last;
    if (known == null || known.at().plus(READ_EVERY).isBefore(now)) {
      known = new Read(database.call(connection -> read(connection, now)), now);
      last = known;
    }
    return known.keys();
  }

  private static SigningKeys read(Connection connection, Instant now) throws SQLException {
    List<Key> tooNew = new ArrayList<>();
    List<Key> keys = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(READ);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Key key = new Key(row.getString(1), row.getBytes(2));
        Instant made = row.getObject(3, OffsetDateTime.class).toInstant();
        (made.plus(SIGNS_AFTER).isAfter(now) ? tooNew : keys).add(key);
      }
    }
    keys.addAll(tooNew);
    return new SigningKeys(keys);
  }

  /** Makes a key where there is none that is young enough; in a transaction. */
  public void rotate(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.execute();
    }
    try (PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setString(1, names.upload().value().substring(0, 8));
      add.setBytes(2, names.bytes(SECRET_BYTES));
      add.setObject(3, time(now));
      add.setObject(4, time(now.minus(KEY_LIFE)));
      if (add.executeUpdate() == 0) {
        return;
      }
    }
    try (PreparedStatement retire = connection.prepareStatement(RETIRE)) {
      retire.setInt(1, KEPT);
      retire.executeUpdate();
    }
  }
}
