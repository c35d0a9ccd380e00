package org.tidemark.console.audit;

import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.difference.Difference;
import org.tidemark.console.difference.Differences;
import org.tidemark.server.audit.boundary.AuditEntry;

/**
 * An entry of the trail as a page shows it.
 *
 * @param action what was done, in words
 * @param recordLink the way to the history of the record; null: it is about no record
 * @param conflictLink the way to the conflict; null: it is about none
 * @param soughtFor what a reading was for; null: everything, or no reading
 */
public record Line(
    AuditEntry entry,
    String action,
    @Nullable String recordLink,
    @Nullable String conflictLink,
    @Nullable String soughtFor,
    List<Difference> differences) {
  private static final Set<String> READINGS =
      Set.of(
          "audit.read", "audit.export", "bulk.read", "clients.read", "spaces.read", "uploads.read");

  /**
   * @param words gives the word for a prefix and a name
   */
  static Line of(AuditEntry entry, BinaryOperator<String> words) {
    boolean isReading = READINGS.contains(entry.action());
    return new Line(
        entry,
        words.apply("action.", entry.action()),
        entry.recordId() == null
            ? null
            : new Address("record.xhtml")
                .with("space", entry.space())
                .with("type", entry.entityType())
                .with("id", entry.recordId())
                .toString(),
        entry.conflictId() == null
            ? null
            : new Address("conflict.xhtml").with("id", entry.conflictId()).toString(),
        isReading ? SoughtFor.of(entry.after(), words) : null,
        isReading ? List.of() : Differences.betweenTexts(entry.before(), entry.after()));
  }
}
