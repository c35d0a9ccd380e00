package org.tidemark.cli.record;

import org.tidemark.client.record.RecordStatus;

/** Where a record stands, in a word for a list and a sentence for a hint. */
final class StatusWords {

  private StatusWords() {}

  static String word(RecordStatus status) {
    return switch (status) {
      case SYNCED -> "synced";
      case PENDING -> "not sent";
      case CONFLICT -> "conflict";
      case PARKED -> "parked";
      case READ_ONLY -> "read only";
    };
  }

  static String hint(RecordStatus status) {
    return switch (status) {
      case SYNCED -> "";
      case PENDING -> "Edited here and not sent yet: sync.";
      case CONFLICT -> "Edited here and elsewhere: conflicts shows both sides, resolve decides.";
      case PARKED -> "The server did not take this edit: outbox tells why.";
      case READ_ONLY -> "You are no longer in this space; your edit is kept here.";
    };
  }
}
