package org.tidemark.console.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;

/** What a record becomes by the choices for its fields. */
final class Outcome {
  private Outcome() {}

  /**
   * Puts the chosen values into a state.
   *
   * @param from what the fields that are not in conflict come from; null: nothing
   * @throws NotReadable with the field whose value is no JSON, or has no place in the state
   */
  static JsonObject of(@Nullable Document from, List<FieldChoice> choices) throws NotReadable {
    JsonObject result = from == null ? JsonObject.EMPTY : from.json();
    for (FieldChoice choice : choices) {
      try {
        result = JsonPointer.parse(choice.getPath()).put(result, choice.value());
      } catch (InvalidJson | IllegalArgumentException unreadable) {
        throw new NotReadable(choice, unreadable);
      }
    }
    return result;
  }

  /** What was written for a field is no JSON. */
  static final class NotReadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String path;
    private final boolean number;

    NotReadable(FieldChoice field, Exception cause) {
      super(cause);
      path = field.getPath();
      number = field.isNumber();
    }

    /** Whether it should have been a number, as it is on every side. */
    boolean isNumber() {
      return number;
    }

    String path() {
      return path;
    }
  }
}
