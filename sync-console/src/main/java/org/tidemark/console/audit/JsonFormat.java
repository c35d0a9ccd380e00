package org.tidemark.console.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNull;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.server.audit.boundary.AuditEntry;

/**
 * An array with an entry on each line. The values before and after are texts, as they are stored.
 */
final class JsonFormat implements TrailFormat {
  private boolean begun;

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public void begin(Writer out) throws IOException {
    out.write("[");
  }

  @Override
  public void write(AuditEntry entry, Writer out) throws IOException {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("id", JsonNumber.of(entry.id()));
    members.put("at", text(entry.at().toString()));
    members.put("actor", text(entry.actor()));
    members.put("action", text(entry.action()));
    members.put("space", text(entry.space()));
    members.put("type", text(entry.entityType()));
    members.put("record", text(entry.recordId()));
    members.put("conflict", text(entry.conflictId()));
    members.put("before", text(entry.before()));
    members.put("after", text(entry.after()));
    members.put("correlation", text(entry.correlationId()));
    out.write(begun ? ",\n" : "\n");
    out.write(CanonicalJson.print(new JsonObject(members)));
    begun = true;
  }

  @Override
  public void end(Writer out) throws IOException {
    out.write("\n]\n");
  }

  private static Json text(@Nullable String value) {
    return value == null ? JsonNull.INSTANCE : new JsonString(value);
  }
}
