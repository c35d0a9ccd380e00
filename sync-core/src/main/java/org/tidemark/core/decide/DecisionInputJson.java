package org.tidemark.core.decide;

import org.tidemark.core.json.JsonObject;

/** A decision's inputs as a JSON object. */
final class DecisionInputJson {

  private DecisionInputJson() {}

  static JsonObject write(DecisionInput input) {
    throw new UnsupportedOperationException("being built");
  }

  static DecisionInput read(JsonObject json) {
    throw new UnsupportedOperationException("being built");
  }
}
