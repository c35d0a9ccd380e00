package org.tidemark.app.conflict;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.conflict.Choice;
import org.tidemark.client.conflict.Side;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.Json;

/** What a record holds after a decision. */
final class Outcome {

  private Outcome() {}

  /** Whether it holds what others wrote, which the local side as a whole would take away. */
  static boolean holdsOthers(Conflict conflict, Choice choice) {
    return conflict.serverData() != null
        && conflict.fields().stream()
            .filter(field -> !Objects.equals(field.server(), field.base()))
            .anyMatch(field -> !Objects.equals(taken(field, choice), field.client()));
  }

  /** What is taken of the sides; a value that this person made is as good as their own side. */
  private static @Nullable Json taken(FieldConflict field, Choice choice) {
    if (choice instanceof Choice.KeepLocal) {
      return field.client();
    }
    if (choice instanceof Choice.UseServer) {
      return field.server();
    }
    if (choice instanceof Choice.Fields fields) {
      if (fields.values().containsKey(field.path())) {
        return field.client();
      }
      Side side = fields.sides().getOrDefault(field.path(), Side.SUGGESTED);
      return switch (side) {
        case LOCAL -> field.client();
        case SERVER -> field.server();
        case SUGGESTED -> field.suggested();
      };
    }
    return field.suggested();
  }
}
