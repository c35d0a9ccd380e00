package org.tidemark.console.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonMistake;
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
    private final String why;

    NotReadable(FieldChoice field, Exception cause) {
      super(cause);
      path = field.getPath();
      why = field.isNumber() ? ofNumber(cause) : "review.notReadable";
    }

    /** It should have been a number, as it is on every side. */
    private static String ofNumber(Exception cause) {
      boolean isOne =
          cause instanceof InvalidJson json
              && (json.mistake().phrase() == JsonMistake.NUMBER_TOO_LONG
                  || json.mistake().phrase() == JsonMistake.EXPONENT);
      return isOne ? "review.numberTooLarge" : "review.notANumber";
    }

    /** The name of the words for what is wrong. */
    String why() {
      return why;
    }

    String path() {
      return path;
    }
  }
}
