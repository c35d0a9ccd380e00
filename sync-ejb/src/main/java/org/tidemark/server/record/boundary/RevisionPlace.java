package org.tidemark.server.record.boundary;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.tidemark.core.record.RecordKey;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.record.entity.RevisionRow;

/**
 * Where a revision stands in the history of its record: newest version first, and of one version
 * the state of the record before the sides that lost to it.
 *
 * @param beside "" for a state of the record
 */
record RevisionPlace(int version, String beside) {

  static final RevisionPlace FIRST = new RevisionPlace(Integer.MAX_VALUE, "");

  static RevisionPlace parse(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
      if (parts.length == 2 && parts[1].indexOf('\0') < 0) {
        return new RevisionPlace(Integer.parseInt(parts[0]), parts[1]);
      }
    } catch (IllegalArgumentException e) {
      throw Failures.invalid("/after", "is not the place of a revision");
    }
    throw Failures.invalid("/after", "is not the place of a revision");
  }

  String text() {
    byte[] bytes = (version + " " + beside).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The row of the revision of a record that stands here. */
  RevisionRow.Key in(RecordKey record) {
    return new RevisionRow.Key(
        record.space().value(), record.type().value(), record.id().value(), version, beside);
  }

  /** Whether a state of the record with this version comes after this place. */
  boolean isBefore(int stateVersion) {
    return stateVersion < version;
  }
}
