package org.tidemark.core.merge;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;

/**
 * One merged field: its value, null for absent, and what kept it from being settled, if anything.
 */
record Merged(@Nullable Json value, @Nullable Trouble trouble) {

  static Merged settled(@Nullable Json value) {
    return new Merged(value, null);
  }

  /** Nobody can tell but a person; until then the newer side stands in. */
  static Merged unsettled(Sides sides, When when, Trouble trouble) {
    return new Merged(when.newer(sides), trouble);
  }

  /** Settled where both sides agree all the same. */
  static Merged unlessAgreed(Sides sides, When when, Trouble trouble) {
    return sides.agree() ? settled(sides.server()) : unsettled(sides, when, trouble);
  }
}
