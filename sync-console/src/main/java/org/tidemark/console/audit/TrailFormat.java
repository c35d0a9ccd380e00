package org.tidemark.console.audit;

import java.io.IOException;
import java.io.Writer;
import org.tidemark.server.audit.boundary.AuditEntry;

/** A format of files that hold the audit trail; one of these writes one file. */
interface TrailFormat {
  String contentType();

  void begin(Writer out) throws IOException;

  void write(AuditEntry entry, Writer out) throws IOException;

  void end(Writer out) throws IOException;
}
