package org.tidemark.server.space.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.database.RaceLost;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;

/**
 * Locks a client's row, the first lock of every transaction that writes.
 *
 * <p>The lock makes copies of one mutation that are in flight at once take turns: the second finds
 * the receipt of the first.
 */
@ApplicationScoped
public class ClientStore {
  private static final Duration SEEN_STEP = Duration.ofMinutes(1);

  /**
   * The statements that follow in the transaction look up what is in their arrays, by its key. For
   * short arrays PostgreSQL would plan them anew each time, which costs more than running them.
   */
  private static final String LOCK =
      """
      select c.user_id, c.expired_sequence, c.last_seen_at < ? as stale,
             (select m.role from membership m where m.space = ? and m.user_id = ?) as role,
             (select s.policy_epoch from server_state s) as policy_epoch,
             set_config('plan_cache_mode', 'force_generic_plan', true)
        from client c where c.id = ? for no key update of c
      """;

  private static final String CREATE =
      """
      insert into client (id, user_id, created_at, last_seen_at)
      values (?, ?, ?, ?) on conflict (id) do nothing
      """;
  private static final String SEEN =
      "update client set last_seen_at = ?, clock_offset_ms = ? where id = ?";

  /**
   * Locks the client's row, which is made for this user where there is none yet.
   *
   * @throws org.tidemark.server.failure.SyncException {@code CLIENT_ID_TAKEN} where the id is that
   *     of somebody else at the console
   */
  public ClientLock lock(
      Connection connection,
      String clientId,
      String user,
      String space,
      Instant now,
      Duration clockOffset)
      throws SQLException {
    if (Caller.isOfAnotherAtTheConsole(clientId, user)) {
      throw Failures.clientIdTaken(clientId);
    }
    ClientLock found = select(connection, clientId, user, space, now, clockOffset);
    if (found == null) {
      create(connection, clientId, user, now);
      found = select(connection, clientId, user, space, now, clockOffset);
    }
    if (found == null) {
      throw new RaceLost("the client's row came and went");
    }
    return found;
  }

  private static @Nullable ClientLock select(
      Connection connection,
      String clientId,
      String user,
      String space,
      Instant now,
      Duration clockOffset)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setObject(1, OffsetDateTime.ofInstant(now.minus(SEEN_STEP), ZoneOffset.UTC));
      lock.setString(2, space);
      lock.setString(3, user);
      lock.setString(4, clientId);
      try (ResultSet row = lock.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        if (row.getBoolean("stale") && row.getString("user_id").equals(user)) {
          seen(connection, clientId, now, clockOffset);
        }
        long sequence = row.getLong("expired_sequence");
        Long expired = row.wasNull() ? null : sequence;
        String role = row.getString("role");
        return new ClientLock(
            row.getString("user_id"),
            expired,
            role == null ? null : SpaceRole.valueOf(role),
            row.getLong("policy_epoch"));
      }
    }
  }

  private static void create(Connection connection, String clientId, String user, Instant now)
      throws SQLException {
    try (PreparedStatement create = connection.prepareStatement(CREATE)) {
      OffsetDateTime at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
      create.setString(1, clientId);
      create.setString(2, user);
      create.setObject(3, at);
      create.setObject(4, at);
      create.executeUpdate();
    }
  }

  private static void seen(Connection connection, String clientId, Instant now, Duration offset)
      throws SQLException {
    try (PreparedStatement seen = connection.prepareStatement(SEEN)) {
      seen.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
      seen.setLong(2, offset.toMillis());
      seen.setString(3, clientId);
      seen.executeUpdate();
    }
  }
}
