package org.tidemark.server.receipt.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.ConflictPayloads;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.record.Timestamps;
import org.tidemark.server.receipt.boundary.ConflictAnswer;
import org.tidemark.server.receipt.boundary.ErrorAnswer;
import org.tidemark.server.receipt.boundary.ItemAnswer;

/** The text of an answer, as a receipt keeps it: canonical JSON, read back without loss. */
public final class AnswerText {
  private AnswerText() {}

  /**
   * Prints an answer.
   *
   * @param withData false where the data is the mutation's own, which a repeat brings along
   */
  public static String print(ItemAnswer answer, boolean withData) {
    Map<String, Json> out = new TreeMap<>();
    out.put("clientMutationId", new JsonString(answer.clientMutationId()));
    out.put("status", new JsonString(answer.status().name()));
    putText(out, "space", answer.space());
    putText(out, "entityType", answer.entityType());
    putText(out, "id", answer.id());
    putNumber(out, "version", answer.version());
    if (answer.updatedAt() != null) {
      putText(out, "updatedAt", Timestamps.print(answer.updatedAt()));
    }
    if (answer.deleted() != null) {
      out.put("deleted", JsonBoolean.of(answer.deleted()));
    }
    if (withData && answer.data() != null) {
      out.put("data", answer.data().json());
    }
    if (answer.conflict() != null) {
      ConflictAnswer conflict = answer.conflict();
      out.put("conflict", ConflictPayloads.toJson(conflict.conflict(), conflict.conflictId()));
    }
    if (answer.error() != null) {
      out.put("error", print(answer.error()));
    }
    return new JsonObject(out).canonicalText();
  }

  /**
   * Reads an answer back.
   *
   * @param sentData the mutation's data, where the answer was kept without; else null
   */
  public static ItemAnswer read(String text, @Nullable Document sentData) {
    JsonObject in = Document.ofCanonical(text).json();
    String updatedAt = text(in, "updatedAt");
    Document data = in.get("data") instanceof JsonObject object ? Document.of(object) : sentData;
    return new ItemAnswer(
        required(in, "clientMutationId"),
        SyncStatus.valueOf(required(in, "status")),
        text(in, "space"),
        text(in, "entityType"),
        text(in, "id"),
        number(in, "version"),
        updatedAt == null ? null : Timestamps.parse(updatedAt),
        in.get("deleted") instanceof JsonBoolean deleted ? deleted.value() : null,
        data,
        in.get("conflict") instanceof JsonObject conflict ? conflict(conflict) : null,
        in.get("error") instanceof JsonObject error ? error(error) : null);
  }

  /** Reads a conflict's payload back. */
  public static ConflictAnswer conflict(JsonObject payload) {
    return new ConflictAnswer(required(payload, "conflictId"), ConflictPayloads.fromJson(payload));
  }

  private static JsonObject print(ErrorAnswer error) {
    Map<String, Json> out = new TreeMap<>();
    out.put("code", new JsonString(error.code()));
    out.put("category", new JsonString(error.category().name()));
    out.put("retryable", JsonBoolean.of(error.retryable()));
    putNumber(out, "retryAfterMs", error.retryAfterMs());
    out.put("message", new JsonString(error.message()));
    out.put("correlationId", new JsonString(error.correlationId()));
    List<Json> fields = new ArrayList<>();
    for (FieldProblem field : error.fields()) {
      Map<String, Json> problem = new TreeMap<>();
      problem.put("path", new JsonString(field.path()));
      problem.put("message", new JsonString(field.message()));
      fields.add(new JsonObject(problem));
    }
    out.put("fields", new JsonArray(fields));
    return new JsonObject(out);
  }

  private static ErrorAnswer error(JsonObject in) {
    List<FieldProblem> fields = new ArrayList<>();
    if (in.get("fields") instanceof JsonArray problems) {
      for (Json problem : problems.elements()) {
        JsonObject object = (JsonObject) problem;
        fields.add(new FieldProblem(required(object, "path"), required(object, "message")));
      }
    }
    return new ErrorAnswer(
        required(in, "code"),
        ErrorCategory.valueOf(required(in, "category")),
        in.get("retryable") == JsonBoolean.TRUE,
        number(in, "retryAfterMs"),
        required(in, "message"),
        required(in, "correlationId"),
        fields);
  }

  private static void putText(Map<String, Json> out, String name, @Nullable String value) {
    if (value != null) {
      out.put(name, new JsonString(value));
    }
  }

  private static void putNumber(Map<String, Json> out, String name, @Nullable Integer value) {
    if (value != null) {
      out.put(name, JsonNumber.of(value));
    }
  }

  private static @Nullable String text(JsonObject in, String name) {
    return in.get(name) instanceof JsonString string ? string.value() : null;
  }

  private static String required(JsonObject in, String name) {
    String value = text(in, name);
    if (value == null) {
      throw new IllegalStateException("a stored answer lacks its " + name);
    }
    return value;
  }

  private static @Nullable Integer number(JsonObject in, String name) {
    return in.get(name) instanceof JsonNumber number ? number.value().intValueExact() : null;
  }
}
