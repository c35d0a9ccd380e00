package org.tidemark.core.decide;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseRef;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;

/** The base that counts: the server's copy where it has one, else the one that the client sent. */
final class Bases {

  private Bases() {}

  static BaseState of(DecisionInput input) {
    Document sent = input.mutation().sentBase();
    if (input.claim().ref() instanceof BaseRef.None) {
      return sent == null ? BaseState.ABSENT : new BaseState.Known(sent);
    }
    if (input.base() instanceof BaseState.Unknown && sent != null) {
      return new BaseState.Known(sent);
    }
    return input.base();
  }

  /** The base to merge from: empty where there was no record, null where it is not known. */
  static @Nullable JsonObject object(BaseState base) {
    if (base instanceof BaseState.Known known) {
      return known.data().json();
    }
    return base instanceof BaseState.Absent ? JsonObject.EMPTY : null;
  }

  /** The data of the base, if it is known to have had any. */
  static @Nullable Document document(BaseState base) {
    return base instanceof BaseState.Known known ? known.data() : null;
  }
}
