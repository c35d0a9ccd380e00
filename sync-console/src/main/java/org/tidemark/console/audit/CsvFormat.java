package org.tidemark.console.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.audit.boundary.AuditEntry;

/**
 * RFC 4180 for spreadsheets: it begins with a byte order mark, without which Excel takes UTF-8 for
 * something else, and a cell that a spreadsheet would carry out as a formula gets an apostrophe in
 * front (OWASP, CSV injection).
 */
final class CsvFormat implements TrailFormat {
  private static final String FORMULAS = "=+-@\t\r";

  @Override
  public String contentType() {
    return "text/csv; charset=UTF-8; header=present";
  }

  @Override
  public void begin(Writer out) throws IOException {
    out.write("\uFEFFid,at,actor,action,space,type,record,conflict,before,after,correlation\r\n");
  }

  @Override
  public void write(AuditEntry entry, Writer out) throws IOException {
    List<@Nullable String> cells =
        Arrays.asList(
            String.valueOf(entry.id()),
            entry.at().toString(),
            entry.actor(),
            entry.action(),
            entry.space(),
            entry.entityType(),
            entry.recordId(),
            entry.conflictId(),
            entry.before(),
            entry.after(),
            entry.correlationId());
    out.write(cells.stream().map(CsvFormat::cell).collect(Collectors.joining(",", "", "\r\n")));
  }

  @Override
  public void end(Writer out) {}

  static String cell(@Nullable String value) {
    if (value == null || value.isEmpty()) {
      return "";
    }
    String safe = FORMULAS.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
