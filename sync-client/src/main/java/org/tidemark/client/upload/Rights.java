package org.tidemark.client.upload;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.store.SpaceTable;
import org.tidemark.client.store.Tables;
import org.tidemark.core.record.SpaceId;

/** Whether the user may write in a space, as the last pull told. */
final class Rights {

  private Rights() {}

  /** Why not; null: they may. */
  static @Nullable Problem barred(Tables tables, SpaceId space) throws SQLException {
    SpaceTable.SpaceRow row = tables.spaces().find(space);
    if (row != null && row.lostAt() != null) {
      return Problems.spaceLost(space.value());
    }
    return row != null && row.role().equals("VIEWER") ? Problems.readOnly(space.value()) : null;
  }
}
