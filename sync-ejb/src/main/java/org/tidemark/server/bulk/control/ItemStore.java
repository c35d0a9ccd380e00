package org.tidemark.server.bulk.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.bulk.boundary.BulkEffect;
import org.tidemark.server.bulk.boundary.BulkItem;
import org.tidemark.server.bulk.boundary.BulkSelection;
import org.tidemark.server.bulk.boundary.ItemState;
import org.tidemark.server.database.SqlArrays;
import org.tidemark.server.database.SqlArrays.Column;
import org.tidemark.server.review.control.QueueConditions;

/** The rows of bulk jobs' items. */
@ApplicationScoped
public class ItemStore {
  /** One more than may be, so that too many are noticed without reading all. */
  private static final String FREEZE =
      """
      insert into bulk_item (job_id, ord, space, conflict_id, entity_type, id, again, state)
      select ?, row_number() over (order by c.space, c.detected_at, c.conflict_id), c.space,
             c.conflict_id, c.entity_type, c.id,
             row_number() over (partition by c.space, c.entity_type, c.id
                                    order by c.detected_at, c.conflict_id) > 1,
             'WAITING'
        from (select c.space, c.detected_at, c.conflict_id, c.entity_type, c.id
      """;

  private static final String ALL_BUT = " and c.conflict_id <> all (?) limit ?) c";
  private static final String NAMED = " from conflict c where c.conflict_id = any (?) limit ?) c";

  private static final String PICK =
      """
      select ord, space, conflict_id, entity_type, id, again, version, settled_version
        from bulk_item where job_id = ? and state = ? order by ord limit ?
      """;

  private static final String CHANGE =
      """
      update bulk_item i
         set state = k.state, reason = k.reason, version = coalesce(k.version, i.version),
             settled_version = coalesce(k.settled_version, i.settled_version),
             effect = coalesce(k.effect, i.effect)
        from unnest(?::int[], ?::text[], ?::text[], ?::int[], ?::int[], ?::text[])
               k (ord, state, reason, version, settled_version, effect)
       where i.job_id = ? and i.ord = k.ord
      """;

  private static final String COUNT =
      "select state, count(*) from bulk_item where job_id = ? group by state";

  private static final String EFFECTS =
      """
      select effect, count(*) from bulk_item
       where job_id = ? and state = ? and effect is not null group by effect
      """;

  private static final String PAGE =
      """
      select ord, conflict_id, space, entity_type, id, state, reason
        from bulk_item where job_id = ? and ord > ?
      """;

  /** A few of each type and effect, so that no kind of record or end goes unseen. */
  private static final String SAMPLES =
      """
      select ord, conflict_id, space, entity_type, id, state, reason
        from (select i.*,
                     row_number() over (partition by entity_type, effect order by ord) as nth
                from bulk_item i where job_id = ? and state = ?) i
       where nth <= 3 order by nth, ord limit ?
      """;

  /** Notes which conflicts a job is for; gives how many, at most one more than {@code most}. */
  int freeze(Connection connection, String jobId, BulkSelection selection, int most)
      throws SQLException {
    QueueConditions conditions = QueueConditions.of(connection, selection.filter());
    String from = selection.all() ? conditions.matching() + ALL_BUT : NAMED;
    try (PreparedStatement insert = connection.prepareStatement(FREEZE + from)) {
      insert.setString(1, jobId);
      int i = selection.all() ? conditions.bind(insert, 2) : 2;
      insert.setArray(i++, SqlArrays.texts(connection, selection.conflictIds()));
      insert.setInt(i, most + 1);
      return insert.executeUpdate();
    }
  }

  /** The first items in a state, those of one space. */
  List<Item> pick(Connection connection, String jobId, ItemState state, int limit)
      throws SQLException {
    List<Item> items = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(PICK)) {
      select.setString(1, jobId);
      select.setString(2, state.name());
      select.setInt(3, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Item item = item(row);
          if (!items.isEmpty() && !items.get(0).key().space().equals(item.key().space())) {
            break;
          }
          items.add(item);
        }
      }
    }
    return items;
  }

  void change(Connection connection, String jobId, List<ItemChange> changes) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(CHANGE)) {
      SqlArrays.bind(
          update,
          1,
          changes,
          List.of(
              Column.of("int4", ItemChange::ord),
              Column.text(c -> c.state().name()),
              Column.text(ItemChange::reason),
              Column.of("int4", ItemChange::version),
              Column.of("int4", ItemChange::settledVersion),
              Column.text(c -> c.effect() == null ? null : c.effect().name())));
      update.setString(7, jobId);
      update.executeUpdate();
    }
  }

  /** How many items are in which state. */
  public Map<ItemState, Integer> counts(Connection connection, String jobId) throws SQLException {
    Map<ItemState, Integer> counts = new EnumMap<>(ItemState.class);
    try (PreparedStatement select = connection.prepareStatement(COUNT)) {
      select.setString(1, jobId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counts.put(ItemState.valueOf(row.getString(1)), row.getInt(2));
        }
      }
    }
    return counts;
  }

  /** What the items that would be settled would do to their records. */
  public Map<BulkEffect, Integer> effects(Connection connection, String jobId) throws SQLException {
    Map<BulkEffect, Integer> effects = new EnumMap<>(BulkEffect.class);
    try (PreparedStatement select = connection.prepareStatement(EFFECTS)) {
      select.setString(1, jobId);
      select.setString(2, ItemState.FIT.name());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          effects.put(BulkEffect.valueOf(row.getString(1)), row.getInt(2));
        }
      }
    }
    return effects;
  }

  /**
   * Items in their order.
   *
   * @param state null: any
   * @param after the number of the last item of the page before; 0: none
   */
  public List<BulkItem> page(
      Connection connection, String jobId, @Nullable ItemState state, int after, int limit)
      throws SQLException {
    String sql = PAGE + (state == null ? "" : " and state = ?") + " order by ord limit ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int i = 1;
      select.setString(i++, jobId);
      select.setInt(i++, after);
      if (state != null) {
        select.setString(i++, state.name());
      }
      select.setInt(i, limit);
      return views(select);
    }
  }

  /** Some of the items that would be settled. */
  public List<BulkItem> samples(Connection connection, String jobId, int limit)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SAMPLES)) {
      select.setString(1, jobId);
      select.setString(2, ItemState.FIT.name());
      select.setInt(3, limit);
      return views(select);
    }
  }

  private static List<BulkItem> views(PreparedStatement select) throws SQLException {
    List<BulkItem> items = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        items.add(
            new BulkItem(
                row.getInt("ord"),
                row.getString("conflict_id"),
                row.getString("space"),
                row.getString("entity_type"),
                row.getString("id"),
                ItemState.valueOf(row.getString("state")),
                row.getString("reason")));
      }
    }
    return items;
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getInt("ord"),
        row.getString("conflict_id"),
        new RecordKey(
            new SpaceId(row.getString("space")),
            new EntityType(row.getString("entity_type")),
            new RecordId(row.getString("id"))),
        row.getBoolean("again"),
        SqlArrays.integer(row, "version"),
        SqlArrays.integer(row, "settled_version"));
  }
}
