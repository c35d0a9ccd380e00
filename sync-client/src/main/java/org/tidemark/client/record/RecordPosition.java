package org.tidemark.client.record;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.client.replica.Replica;
import org.tidemark.core.record.RecordId;

/** A place in a list that has the last changed first: behind the record of this time and id. */
public record RecordPosition(Instant changedAt, RecordId id) {

  /** Milliseconds since 1970, then the id. */
  private static final Pattern TEXT = Pattern.compile("(\\d{1,15})\\.(.+)", Pattern.DOTALL);

  static RecordPosition of(Replica replica) {
    return new RecordPosition(replica.changedAt(), replica.key().id());
  }

  /** Reads what {@link #toString} gives; empty where it is something else. */
  public static Optional<RecordPosition> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches() && RecordId.problem(parts.group(2)) == null
        ? Optional.of(
            new RecordPosition(
                Instant.ofEpochMilli(Long.parseLong(parts.group(1))), new RecordId(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return changedAt.toEpochMilli() + "." + id.value();
  }
}
