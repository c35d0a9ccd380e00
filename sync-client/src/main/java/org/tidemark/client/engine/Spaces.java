package org.tidemark.client.engine;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.store.OutboxTable;
import org.tidemark.client.store.SpaceTable.SpaceRow;
import org.tidemark.client.transport.SpaceGrant;
import org.tidemark.core.record.SpaceId;

/**
 * Takes in which spaces the user sees. Of a lost one the clean records go at once; what was edited
 * here stays, to be read, exported, copied or dismissed.
 */
final class Spaces {

  private Spaces() {}

  static void update(Entry entry, List<SpaceGrant> granted) throws SQLException {
    Map<SpaceId, SpaceRow> known = new HashMap<>();
    for (SpaceRow row : entry.tables().spaces().all()) {
      known.put(row.space(), row);
    }
    for (SpaceGrant grant : granted) {
      SpaceRow before = known.remove(grant.space());
      boolean held = before != null && before.lostAt() == null;
      if (!held || !before.role().equals(grant.role())) {
        entry.tables().spaces().grant(grant.space(), grant.role());
        release(entry, grant);
      }
      if (!held) {
        entry.tell(new ClientEvent.SpaceGained(grant.space()));
      }
    }
    for (SpaceRow missing : known.values()) {
      if (missing.lostAt() == null) {
        lose(entry, missing.space());
      }
    }
  }

  /** What was held for want of a right goes out again. */
  private static void release(Entry entry, SpaceGrant grant) throws SQLException {
    if (!grant.mayWrite()) {
      return;
    }
    entry.tables().outbox().release(grant.space(), "SPACE_LOST");
    entry.tables().outbox().release(grant.space(), "SPACE_FORBIDDEN");
  }

  private static void lose(Entry entry, SpaceId space) throws SQLException {
    entry.tables().spaces().lose(space, entry.now());
    entry.tables().records().removeClean(space);
    Problem problem = Problems.spaceLost(space.value());
    for (OutboxTable.Name parked : entry.tables().outbox().park(space, problem)) {
      entry.tell(new ClientEvent.Parked(parked.key(), parked.id().value(), problem));
    }
    entry.tell(new ClientEvent.SpaceLost(space));
  }
}
