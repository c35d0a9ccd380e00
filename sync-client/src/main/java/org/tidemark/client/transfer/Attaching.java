package org.tidemark.client.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.UploadProblems;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.json.JsonString;

/** Decides whether a finished upload may be written into its record now. */
public final class Attaching {

  private Attaching() {}

  /** What to do. */
  public sealed interface Decision {

    /** Make the record this. */
    record Write(Document data) implements Decision {}

    /** Not now; it goes on by itself. */
    record Wait(Problem why) implements Decision {}

    /** A person must look at it. */
    record Show(Problem why) implements Decision {}
  }

  /**
   * Decides.
   *
   * @param local what the record is here; null: deleted, or unknown
   * @param barred why the record's space can't be written; null: it can
   * @param inConflict whether a person has to settle the record first
   * @param mostBytes of the record
   */
  public static Decision decide(
      @Nullable Document local,
      @Nullable Problem barred,
      boolean inConflict,
      JsonPointer field,
      String url,
      int mostBytes) {
    if (barred != null) {
      return new Decision.Wait(barred);
    }
    if (inConflict) {
      return new Decision.Wait(UploadProblems.inConflict());
    }
    if (local == null) {
      return new Decision.Show(UploadProblems.recordGone());
    }
    if (!hasRoom(local.json(), field)) {
      return new Decision.Show(UploadProblems.noRoom(field.toString()));
    }
    Document next = Document.of(put(local.json(), field.tokens(), new JsonString(url)));
    return next.utf8Length() > mostBytes
        ? new Decision.Show(UploadProblems.recordFull(mostBytes))
        : new Decision.Write(next);
  }

  /** Whether the field is within objects all the way: what else stands there is not replaced. */
  public static boolean hasRoom(JsonObject object, JsonPointer field) {
    Json value = object;
    for (String token : field.tokens()) {
      if (value == null) {
        return true;
      }
      if (!(value instanceof JsonObject inner)) {
        return false;
      }
      value = inner.get(token);
    }
    return true;
  }

  private static JsonObject put(JsonObject object, List<String> tokens, Json value) {
    String token = tokens.get(0);
    if (tokens.size() == 1) {
      return object.with(token, value);
    }
    JsonObject inner = object.get(token) instanceof JsonObject known ? known : JsonObject.EMPTY;
    return object.with(token, put(inner, tokens.subList(1, tokens.size()), value));
  }
}
