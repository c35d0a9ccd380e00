package org.tidemark.console.review;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id and the time of a decision: those of the first press, so that a repeat is the same. */
final class Press implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String id = UUID.randomUUID().toString();
  private @Nullable Instant at;

  String id() {
    return id;
  }

  /** The time of the first press: a repeat is the same to the millisecond, or it is none. */
  synchronized Instant at(Instant now) {
    Instant first = at == null ? now : at;
    at = first;
    return first;
  }
}
