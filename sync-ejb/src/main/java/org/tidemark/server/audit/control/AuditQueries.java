package org.tidemark.server.audit.control;

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
import org.jspecify.annotations.Nullable;
import org.tidemark.server.audit.boundary.AuditEntry;
import org.tidemark.server.audit.boundary.AuditFilter;
import org.tidemark.server.audit.boundary.AuditPage;

/** Reads the audit trail along its indexes, so that a page costs the same wherever it begins. */
@ApplicationScoped
public class AuditQueries {
  private static final long MOST_BYTES = 2L << 20;

  /** What those who only look leave behind. */
  private static final String CHANGES_ONLY =
      """
       and a.action not in ('record.read', 'record.history', 'conflict.read', 'conflicts.list',
                            'space.members', 'media.read', 'media.link', 'queue.read',
                            'clients.read', 'audit.read', 'audit.export', 'policy.trial',
                            'spaces.read', 'space.read', 'uploads.read', 'orphans.read',
                            'bulk.list', 'bulk.read', 'policies.read', 'policy.read',
                            'console.signIn', 'console.refused')
      """;

  /** What is weighed is not read: the length of a large value is known without it. */
  private static final String PAGE =
      """
      select w.* from (
        select p.*, count(*) over () as found,
               sum(p.bytes) over (order by p.at desc, p.id desc) - p.bytes as bytes_before
          from (select a.*, coalesce(octet_length(a.before_value), 0)
                              + coalesce(octet_length(a.after_value), 0) as bytes
                  from audit a where true %s
                 order by a.at desc, a.id desc limit ?) p) w
       where w.bytes_before < ? order by w.at desc, w.id desc
      """;

  /** Gives the entries after the place; a place of null is before the newest. */
  public AuditPage page(
      Connection connection, AuditFilter filter, @Nullable AuditPlace after, int size)
      throws SQLException {
    Conditions conditions = conditions(filter, after);
    List<AuditEntry> entries = new ArrayList<>();
    int found = 0;
    try (PreparedStatement select =
        connection.prepareStatement(PAGE.formatted(conditions.sql.toString()))) {
      int i = 1;
      for (Object value : conditions.values) {
        select.setObject(i++, value);
      }
      select.setInt(i++, size + 1);
      select.setLong(i, MOST_BYTES);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found = row.getInt("found");
          if (entries.size() < size) {
            entries.add(entry(row));
          }
        }
      }
    }
    if (entries.size() == found) {
      return new AuditPage(entries, null);
    }
    AuditEntry last = entries.get(entries.size() - 1);
    return new AuditPage(entries, new AuditPlace(last.at(), last.id()).text());
  }

  private static Conditions conditions(AuditFilter filter, @Nullable AuditPlace after) {
    Conditions conditions = new Conditions();
    conditions.add(" and a.actor = ?", filter.actor());
    conditions.add(" and a.action = ?", filter.action());
    conditions.add(" and a.space = ?", filter.space());
    conditions.add(" and a.entity_type = ?", filter.entityType());
    conditions.add(" and a.record_id = ?", filter.recordId());
    conditions.add(" and a.conflict_id = ?", filter.conflictId());
    conditions.add(" and a.at >= ?", timeOf(filter.from()));
    conditions.add(" and a.at < ?", timeOf(filter.before()));
    if (filter.changesOnly()) {
      conditions.sql.append(CHANGES_ONLY);
    }
    if (after != null) {
      conditions.add(" and (a.at, a.id) < (?, ?)", time(after.at()));
      conditions.values.add(after.id());
    }
    return conditions;
  }

  private static @Nullable OffsetDateTime timeOf(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("space"),
        row.getString("entity_type"),
        row.getString("record_id"),
        row.getString("conflict_id"),
        row.getString("before_value"),
        row.getString("after_value"),
        row.getString("correlation_id"));
  }

  /** Only what filters stands in the statement, so that its plan is made for that. */
  private static final class Conditions {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    void add(String condition, @Nullable Object value) {
      if (value != null) {
        sql.append(condition);
        values.add(value);
      }
    }
  }
}
