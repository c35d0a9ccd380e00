package org.tidemark.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.tidemark.server.failure.Failures;

/**
 * Bounds what a statement over a set reads into memory. A thousand small edits fit into a request,
 * whatever the size of the records that they touch.
 *
 * <p>The statement itself weighs its rows, which costs nothing: the length of a large value is
 * known without reading it. Where they are too heavy it gives no large values at all. Two rows are
 * always given, of a mutation and the one that it builds on, so that a batch that is refused can be
 * sent in parts.
 */
public final class Weight {

  private static final long MOST_BYTES = 8L << 20;

  private Weight() {}

  /** A column that is null where all rows together are too heavy. */
  public static String unlessHeavy(String column, String bytes) {
    return "case when count(*) over () <= 2 or sum(%s) over () <= %d then %s end"
        .formatted(bytes, MOST_BYTES, column);
  }

  /** The column {@code bytes}, by which {@link #check} knows whether a row is too heavy. */
  public static String total(String bytes) {
    return "case when count(*) over () > 2 then sum(%s) over () else 0 end as bytes"
        .formatted(bytes);
  }

  /**
   * Checks the row that the result stands at.
   *
   * @throws org.tidemark.server.failure.SyncException {@code BATCH_TOO_LARGE}
   */
  public static void check(ResultSet row) throws SQLException {
    long bytes = row.getLong("bytes");
    if (bytes > MOST_BYTES) {
      throw Failures.batchTooHeavy(bytes, MOST_BYTES);
    }
  }
}
