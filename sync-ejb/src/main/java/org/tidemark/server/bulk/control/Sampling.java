package org.tidemark.server.bulk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.json.Document;
import org.tidemark.server.bulk.boundary.BulkItem;
import org.tidemark.server.bulk.boundary.BulkJob;
import org.tidemark.server.bulk.boundary.BulkSample;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.receipt.control.AnswerText;

/** Shows what a job would do, by the sides that its conflicts show. */
@ApplicationScoped
public class Sampling {
  /** Larger ones are no samples: people read them. */
  private static final int LARGEST_BYTES = 256 << 10;

  private static final String SIDES =
      """
      select conflict_id, payload from conflict
       where conflict_id = any (?) and octet_length(payload) <= ?
      """;

  @Inject private ItemStore items;

  public List<BulkSample> samples(Connection connection, BulkJob job, int most)
      throws SQLException {
    List<BulkItem> some = items.samples(connection, job.id(), most);
    Map<String, Conflict> sides = sides(connection, some);
    List<BulkSample> samples = new ArrayList<>();
    for (BulkItem item : some) {
      Conflict conflict = sides.get(item.conflictId());
      if (conflict != null) {
        samples.add(
            new BulkSample(
                item,
                conflict.serverData(),
                Plan.of(job.choice(), conflict).data(),
                conflict.clientData(),
                conflict.baseData()));
      }
    }
    return samples;
  }

  private static Map<String, Conflict> sides(Connection connection, List<BulkItem> some)
      throws SQLException {
    Map<String, Conflict> sides = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(SIDES)) {
      List<String> ids = some.stream().map(BulkItem::conflictId).toList();
      select.setArray(1, SqlArrays.texts(connection, ids));
      select.setInt(2, LARGEST_BYTES);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Document payload = Document.ofCanonical(row.getString("payload"));
          sides.put(row.getString("conflict_id"), AnswerText.conflict(payload.json()).conflict());
        }
      }
    }
    return sides;
  }
}
