package org.tidemark.console.policies;

import java.util.List;
import org.tidemark.core.json.JsonObject;

/**
 * A policy as somebody has written it, as far as it can be read.
 *
 * @param json valid or not, without what cannot be read
 * @param unreadable where something cannot be read and why: a word's key or a sentence
 */
record Draft(JsonObject json, List<Problem> unreadable) {
  Draft {
    unreadable = List.copyOf(unreadable);
  }

  static Draft none(String place, String why) {
    return new Draft(JsonObject.EMPTY, List.of(new Problem(place, why)));
  }

  boolean isReadable() {
    return unreadable.isEmpty();
  }
}
