package org.tidemark.server.media.control;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.tidemark.server.failure.Failures;

/** Where a page of a list by time ended. */
public record TimedPlace(Instant at, String id) {

  public static TimedPlace parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split(" ", 2);
      if (parts.length == 2 && plain.indexOf('\0') < 0) {
        return new TimedPlace(Instant.parse(parts[0]), parts[1]);
      }
    } catch (IllegalArgumentException | DateTimeException notOne) {
      throw Failures.invalid("/from", "is not a place in the list");
    }
    throw Failures.invalid("/from", "is not a place in the list");
  }

  /** As it stands in an address. */
  public String text() {
    byte[] plain = (at + " " + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }
}
