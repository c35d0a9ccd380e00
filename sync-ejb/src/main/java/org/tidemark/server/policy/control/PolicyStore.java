package org.tidemark.server.policy.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.PolicyReader;
import org.tidemark.core.policy.PolicyReading;
import org.tidemark.core.record.EntityType;

/**
 * Gives the policies in force.
 *
 * <p>They are kept in memory under the epoch that every writing transaction reads anyway with its
 * first statement, so a change counts on every node from its commit on, with no message to wait
 * for.
 */
@ApplicationScoped
public class PolicyStore {
  private static final String LOAD =
      """
      select s.policy_epoch, p.entity_type, p.version, p.definition, p.spaces
        from server_state s
        left join merge_policy p
          on p.version >= coalesce((select max(e.version) from merge_policy e
                                     where e.entity_type = p.entity_type and e.spaces is null), 0)
       order by p.entity_type, p.version desc
      """;

  private static final String EPOCH = "select policy_epoch from server_state";

  private volatile @Nullable PolicyBook current;

  /** The policies in force at the epoch, which the caller read in its transaction. */
  public PolicyBook book(Connection connection, long epoch) throws SQLException {
    PolicyBook book = current;
    if (book == null || book.epoch() != epoch) {
      book = load(connection);
      current = book;
    }
    return book;
  }

  /** The policies in force now. */
  public PolicyBook book(Connection connection) throws SQLException {
    try (PreparedStatement epoch = connection.prepareStatement(EPOCH);
        ResultSet row = epoch.executeQuery()) {
      row.next();
      return book(connection, row.getLong(1));
    }
  }

  private static PolicyBook load(Connection connection) throws SQLException {
    long epoch = 0;
    Map<EntityType, List<PolicyBook.Entry>> entries = new HashMap<>();
    try (PreparedStatement load = connection.prepareStatement(LOAD);
        ResultSet row = load.executeQuery()) {
      while (row.next()) {
        epoch = row.getLong("policy_epoch");
        String type = row.getString("entity_type");
        if (type != null) {
          entries.computeIfAbsent(new EntityType(type), t -> new ArrayList<>()).add(entry(row));
        }
      }
    }
    return new PolicyBook(epoch, entries);
  }

  private static PolicyBook.Entry entry(ResultSet row) throws SQLException {
    Array spaces = row.getArray("spaces");
    MergePolicy policy = read(row.getString("definition"));
    return new PolicyBook.Entry(
        ValidatedPolicy.of(policy), spaces == null ? null : Set.of((String[]) spaces.getArray()));
  }

  /** Reads a definition that was checked when it was saved. */
  static MergePolicy read(String definition) {
    PolicyReading reading = PolicyReader.read(Document.ofCanonical(definition).json());
    if (reading instanceof PolicyReading.Valid valid) {
      return valid.policy();
    }
    throw new IllegalStateException("a stored merge policy is not valid: " + reading);
  }
}
