package org.tidemark.console.review;

import java.util.Objects;
import org.tidemark.core.decide.FieldConflict;

/** Why a field needs nobody's decision. */
public enum SettledBy {
  /** Only the device changed it. */
  CLIENT,
  /** Only the server changed it. */
  SERVER,
  /** Both made the same change. */
  BOTH,
  /** A rule of the type. */
  RULE;

  /**
   * Where the suggestion is not what the one side made of the base, a rule came to it.
   *
   * @param baseKnown whether the base is known; where not, no side is known to have kept to it
   */
  static SettledBy of(FieldConflict field, boolean baseKnown) {
    if (!baseKnown) {
      return RULE;
    } else if (Objects.equals(field.server(), field.client())) {
      return Objects.equals(field.suggested(), field.server()) ? BOTH : RULE;
    } else if (Objects.equals(field.base(), field.server())) {
      return Objects.equals(field.suggested(), field.client()) ? CLIENT : RULE;
    } else if (Objects.equals(field.base(), field.client())) {
      return Objects.equals(field.suggested(), field.server()) ? SERVER : RULE;
    }
    return RULE;
  }
}
