package org.tidemark.server.review.control;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.tidemark.core.record.Timestamps;
import org.tidemark.server.failure.Failures;

/**
 * Where a page of the queue begins.
 *
 * @param backwards whether the page ends before the row instead of beginning after it
 */
public record Place(boolean backwards, Instant detectedAt, String conflictId) {
  public static final Place START = new Place(false, Instant.EPOCH, "");

  /** Throws {@code INVALID_REQUEST} where the text is not a place. */
  public static Place parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 3);
      Instant at = parts.length == 3 ? Timestamps.parse(parts[1]) : null;
      if (at != null && parts[2].indexOf('\0') < 0 && "<>".contains(parts[0])) {
        return new Place(parts[0].equals("<"), at, parts[2]);
      }
    } catch (IllegalArgumentException notBase64) {
      throw Failures.invalid("/from", "is not a place in the queue");
    }
    throw Failures.invalid("/from", "is not a place in the queue");
  }

  public String text() {
    String plain = (backwards ? "<" : ">") + " " + Timestamps.print(detectedAt) + " " + conflictId;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }
}
