package org.tidemark.server.receipt.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.ConflictPayloads;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.MutationDraft;
import org.tidemark.core.record.Timestamps;
import org.tidemark.server.receipt.boundary.ConflictAnswer;
import org.tidemark.server.receipt.boundary.ErrorAnswer;
import org.tidemark.server.receipt.boundary.ItemAnswer;

/**
 * The text of an answer, as a receipt keeps it: canonical JSON, read back without loss.
 *
 * <p>What the mutation itself says is left out: whoever gets the answer again has just sent the
 * same mutation again, as the fingerprints prove.
 */
public final class AnswerText {
  private AnswerText() {}

  /**
   * Prints an answer, without the names of mutation and record.
   *
   * @param withData false where the data is the mutation's own, which a repeat brings along
   */
  public static String print(ItemAnswer answer, boolean withData) {
    StringBuilder out = new StringBuilder(128).append('{');
    if (answer.conflict() != null) {
      ConflictAnswer conflict = answer.conflict();
      put(out, "conflict", ConflictPayloads.toJson(conflict.conflict(), conflict.conflictId()));
    }
    if (withData && answer.data() != null) {
      name(out, "data").append(answer.data().text());
    }
    if (answer.deleted() != null) {
      name(out, "deleted").append(answer.deleted().booleanValue());
    }
    if (answer.error() != null) {
      put(out, "error", print(answer.error()));
    }
    name(out, "status").append('"').append(answer.status().name()).append('"');
    if (answer.updatedAt() != null) {
      name(out, "updatedAt").append('"').append(Timestamps.print(answer.updatedAt())).append('"');
    }
    if (answer.version() != null) {
      name(out, "version").append(answer.version().intValue());
    }
    return out.append('}').toString();
  }

  /**
   * Reads back the answer to a mutation that has come again.
   *
   * @param sentData the mutation's data, where the answer was kept without; else null
   */
  public static ItemAnswer read(String text, MutationDraft again, @Nullable Document sentData) {
    return read(
        text,
        String.valueOf(again.clientMutationId()),
        again.space(),
        again.entityType(),
        again.id(),
        sentData);
  }

  /** Reads back the answer to a person's decision, which bears its data and names no record. */
  public static ItemAnswer read(Receipt receipt) {
    return read(
        receipt.answer(),
        receipt.mutationId().value(),
        receipt.space(),
        receipt.entityType(),
        receipt.id(),
        null);
  }

  private static ItemAnswer read(
      String text,
      String clientMutationId,
      @Nullable String space,
      @Nullable String entityType,
      @Nullable String id,
      @Nullable Document sentData) {
    JsonObject in = Document.ofCanonical(text).json();
    String updatedAt = text(in, "updatedAt");
    Document data = in.get("data") instanceof JsonObject object ? Document.of(object) : sentData;
    return new ItemAnswer(
        clientMutationId,
        SyncStatus.valueOf(required(in, "status")),
        space,
        entityType,
        id,
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

  private static void put(StringBuilder out, String name, Json value) {
    CanonicalJson.append(name(out, name), value);
  }

  private static StringBuilder name(StringBuilder out, String name) {
    return out.append(out.length() > 1 ? ",\"" : "\"").append(name).append("\":");
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
