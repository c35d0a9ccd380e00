package org.tidemark.server.audit.boundary;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/**
 * Which entries of the audit trail to show; null members do not filter.
 *
 * @param changesOnly leaves out the entries of those who only looked
 * @param from the earliest time
 * @param before the time that entries are earlier than
 */
public record AuditFilter(
    @Nullable String actor,
    @Nullable String action,
    boolean changesOnly,
    @Nullable String space,
    @Nullable String entityType,
    @Nullable String recordId,
    @Nullable String conflictId,
    @Nullable Instant from,
    @Nullable Instant before) {
  public static final AuditFilter ALL =
      new AuditFilter(null, null, false, null, null, null, null, null, null);

  /** What is filtered by, as JSON, for the trail's own entry; null: nothing. */
  public @Nullable String described() {
    Map<String, Json> members = new LinkedHashMap<>();
    put(members, "actor", actor);
    put(members, "action", action);
    put(members, "space", space);
    put(members, "type", entityType);
    put(members, "record", recordId);
    put(members, "conflict", conflictId);
    put(members, "from", from);
    put(members, "before", before);
    if (changesOnly) {
      members.put("changesOnly", JsonBoolean.of(true));
    }
    return members.isEmpty() ? null : new JsonObject(members).canonicalText();
  }

  private static void put(Map<String, Json> members, String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, new JsonString(value.toString()));
    }
  }
}
