package org.tidemark.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;
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

  /**
   * The columns of these large values, which are null where all rows together are too heavy, and
   * the column {@code bytes}, by which {@link #check} knows that they are.
   *
   * @param table the name before the columns' own; "" for none
   */
  public static String columns(String table, String... names) {
    String prefix = table.isEmpty() ? "" : table + ".";
    String weight =
        Arrays.stream(names)
            .map(name -> "coalesce(octet_length(%s%s), 0)".formatted(prefix, name))
            .collect(Collectors.joining(" + ", "sum(", ") over ()"));
    return Arrays.stream(names)
        .map(
            name ->
                "case when count(*) over () <= 2 or %s <= %d then %s%s end as %s"
                    .formatted(weight, MOST_BYTES, prefix, name, name))
        .collect(
            Collectors.joining(
                ", ", "case when count(*) over () > 2 then " + weight + " end as bytes, ", " "));
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
