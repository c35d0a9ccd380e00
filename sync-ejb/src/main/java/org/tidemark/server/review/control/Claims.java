package org.tidemark.server.review.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;

/** Who works on which conflict, so that two people don't do it twice. A claim lasts an hour. */
@ApplicationScoped
public class Claims {
  private static final String CLAIM =
      """
      insert into conflict_claim (conflict_id, user_id, claimed_at) values (?, ?, now())
      on conflict (conflict_id) do update
         set user_id = excluded.user_id, claimed_at = excluded.claimed_at
       where conflict_claim.user_id = excluded.user_id
          or conflict_claim.claimed_at < now() - interval '1 hour'
      """;

  private static final String CLAIMED =
      "select user_id from conflict_claim"
          + " where conflict_id = ? and claimed_at >= now() - interval '1 hour'";
  private static final String RELEASE = "delete from conflict_claim where conflict_id = ?";
  private static final String KEY =
      "select space, entity_type, id from conflict where conflict_id = ? and status = 'OPEN'";

  private static final String OF_OTHERS =
      """
      select conflict_id from conflict_claim
       where conflict_id = any (?) and user_id <> ? and claimed_at >= now() - interval '1 hour'
      """;

  @Inject private AuditTrail audit;

  public String claim(Connection connection, Caller caller, String conflictId) throws SQLException {
    RecordKey key = key(connection, conflictId);
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setString(1, conflictId);
      claim.setString(2, caller.user());
      if (claim.executeUpdate() == 1) {
        audit.record(caller, "conflict.claim", key, conflictId, null, null);
        return caller.user();
      }
    }
    String other = claimedBy(connection, conflictId);
    return other == null ? caller.user() : other;
  }

  public boolean release(Connection connection, Caller caller, String conflictId)
      throws SQLException {
    try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
      release.setString(1, conflictId);
      boolean released = release.executeUpdate() == 1;
      if (released) {
        audit.record(
            caller, "conflict.release", key(connection, conflictId), conflictId, null, null);
      }
      return released;
    }
  }

  public @Nullable String claimedBy(Connection connection, String conflictId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CLAIMED)) {
      select.setString(1, conflictId);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  /** Those of the conflicts that somebody else works on. */
  public Set<String> ofOthers(Connection connection, String user, List<String> conflictIds)
      throws SQLException {
    Set<String> claimed = new HashSet<>();
    try (PreparedStatement select = connection.prepareStatement(OF_OTHERS)) {
      select.setArray(1, SqlArrays.texts(connection, conflictIds));
      select.setString(2, user);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          claimed.add(row.getString(1));
        }
      }
    }
    return claimed;
  }

  private static RecordKey key(Connection connection, String conflictId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(KEY)) {
      select.setString(1, conflictId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw Failures.invalid("/conflictId", "is not an open conflict");
        }
        return new RecordKey(
            new SpaceId(row.getString(1)),
            new EntityType(row.getString(2)),
            new RecordId(row.getString(3)));
      }
    }
  }
}
