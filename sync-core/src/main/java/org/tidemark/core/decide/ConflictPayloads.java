package org.tidemark.core.decide;

import org.tidemark.core.json.JsonObject;

/** A conflict in the shape that clients get. */
public final class ConflictPayloads {

  private ConflictPayloads() {}

  public static JsonObject toJson(Conflict conflict, String conflictId) {
    throw new UnsupportedOperationException("being built");
  }

  /** Reads what {@link #toJson} wrote, its id left out. */
  public static Conflict fromJson(JsonObject json) {
    throw new UnsupportedOperationException("being built");
  }
}
