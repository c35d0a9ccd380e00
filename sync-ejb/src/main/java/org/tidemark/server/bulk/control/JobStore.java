package org.tidemark.server.bulk.control;

import static org.tidemark.server.database.SqlArrays.time;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.bulk.boundary.BulkChoice;
import org.tidemark.server.bulk.boundary.BulkJob;
import org.tidemark.server.bulk.boundary.BulkState;
import org.tidemark.server.bulk.boundary.ItemState;

/** The rows of bulk jobs. */
@ApplicationScoped
public class JobStore {
  /** A number of our own among PostgreSQL's advisory locks. */
  private static final long TURNSTILE = 0x746d_6275_6c6bL;

  private static final String COLUMNS =
      "select id, state, choice, origin, total, created_by, created_at, actor, changed_at"
          + " from bulk_job ";

  private static final String DUE =
      """
      select id from bulk_job where state in ('CHECKING', 'RUNNING', 'UNDOING')
       order by created_at limit 20
      """;

  /**
   * The first statement of a chunk. Who finds the row locked leaves the job to whoever works on it.
   * As in a push, the statements that follow look up arrays by keys, and are planned once for all.
   */
  private static final String LOCK =
      """
      select j.id, j.state, j.choice, j.actor, j.changed_at,
             (select s.policy_epoch from server_state s) as policy_epoch,
             set_config('plan_cache_mode', 'force_generic_plan', true)
        from bulk_job j
       where j.id = ? and j.state in ('CHECKING', 'RUNNING', 'UNDOING')
         for no key update of j skip locked
      """;

  private static final String INSERT =
      """
      insert into bulk_job (id, state, choice, origin, total, created_by, created_at, actor, changed_at)
      values (?, 'CHECKING', ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String END =
      "update bulk_job set state = ?, changed_at = ? where id = ? and state = ?";

  private static final String BECOME =
      "update bulk_job set state = ?, actor = ?, changed_at = ? where id = ? and state = ?";

  private static final String UNENDED =
      "select count(*) from bulk_job where state in ('CHECKING', 'READY', 'RUNNING', 'UNDOING')";

  /** Jobs that the server is to work on, oldest first. */
  public List<String> due(Connection connection) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(DUE);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  /** Locks a job that is under way; null: there is nothing to do, or somebody else does it. */
  public @Nullable LockedJob lock(Connection connection, String id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new LockedJob(
                row.getString("id"),
                BulkState.valueOf(row.getString("state")),
                BulkChoice.valueOf(row.getString("choice")),
                row.getString("actor"),
                instant(row, "changed_at"),
                row.getLong("policy_epoch"))
            : null;
      }
    }
  }

  /** How many jobs have not come to an end; until the transaction's end nobody else asks. */
  public int unended(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_advisory_xact_lock(" + TURNSTILE + ")")) {
      lock.execute();
    }
    try (PreparedStatement count = connection.prepareStatement(UNENDED);
        ResultSet row = count.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  public void insert(
      Connection connection, String id, BulkChoice choice, String origin, String user, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, id);
      insert.setString(2, choice.name());
      insert.setString(3, origin);
      insert.setInt(4, 0);
      insert.setString(5, user);
      insert.setObject(6, time(now));
      insert.setString(7, user);
      insert.setObject(8, time(now));
      insert.executeUpdate();
    }
  }

  public void setTotal(Connection connection, String id, int total) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update bulk_job set total = ? where id = ?")) {
      update.setInt(1, total);
      update.setString(2, id);
      update.executeUpdate();
    }
  }

  /** Notes that the work of a state is done. */
  public void end(Connection connection, LockedJob job, BulkState next, Instant now)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(END)) {
      update.setString(1, next.name());
      update.setObject(2, time(now));
      update.setString(3, job.id());
      update.setString(4, job.state().name());
      update.executeUpdate();
    }
  }

  /** Brings a job from one state into another by somebody's wish; false: it is not in that one. */
  public boolean become(
      Connection connection, String id, BulkState from, BulkState to, String actor, Instant now)
      throws SQLException {
    return become(connection, id, from, to.name(), actor, now);
  }

  /** As {@link #become}, for a job that is to be removed. */
  boolean forget(Connection connection, String id, BulkState from, String actor, Instant now)
      throws SQLException {
    return become(connection, id, from, "FORGOTTEN", actor, now);
  }

  private static boolean become(
      Connection connection, String id, BulkState from, String to, String actor, Instant now)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(BECOME)) {
      update.setString(1, to);
      update.setString(2, actor);
      update.setObject(3, time(now));
      update.setString(4, id);
      update.setString(5, from.name());
      return update.executeUpdate() == 1;
    }
  }

  /** A job; empty: there is none, or none any more. */
  public Optional<BulkJob> find(Connection connection, String id, Map<ItemState, Integer> counts)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(COLUMNS + "where id = ? and state <> 'FORGOTTEN'")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(job(row, counts)) : Optional.empty();
      }
    }
  }

  /** The newest jobs, without their counts. */
  public List<BulkJob> newest(Connection connection, int most) throws SQLException {
    List<BulkJob> jobs = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            COLUMNS + "where state <> 'FORGOTTEN' order by created_at desc, id desc limit ?")) {
      select.setInt(1, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          jobs.add(job(row, Map.of()));
        }
      }
    }
    return jobs;
  }

  private static BulkJob job(ResultSet row, Map<ItemState, Integer> counts) throws SQLException {
    return new BulkJob(
        row.getString("id"),
        BulkState.valueOf(row.getString("state")),
        BulkChoice.valueOf(row.getString("choice")),
        row.getString("origin"),
        row.getInt("total"),
        row.getString("created_by"),
        instant(row, "created_at"),
        row.getString("actor"),
        instant(row, "changed_at"),
        counts);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
