package org.tidemark.server.audit.control;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.tidemark.server.failure.Failures;

/** The entry of the audit trail that a page begins after. */
public record AuditPlace(Instant at, long id) {

  /** Throws {@code INVALID_REQUEST} where the text is not a place. */
  public static AuditPlace parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
      if (parts.length == 2) {
        return new AuditPlace(Instant.parse(parts[0]), Long.parseLong(parts[1]));
      }
    } catch (IllegalArgumentException | DateTimeException notOne) {
      throw Failures.invalid("/from", "is not a place in the audit trail");
    }
    throw Failures.invalid("/from", "is not a place in the audit trail");
  }

  public String text() {
    byte[] plain = (at + " " + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }
}
