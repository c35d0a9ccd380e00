package org.tidemark.server.audit.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the audit trail, newest first.
 *
 * @param next the place to go on from; null: this is the last page
 */
public record AuditPage(List<AuditEntry> entries, @Nullable String next) {
  public static final AuditPage EMPTY = new AuditPage(List.of(), null);

  public AuditPage {
    entries = List.copyOf(entries);
  }
}
