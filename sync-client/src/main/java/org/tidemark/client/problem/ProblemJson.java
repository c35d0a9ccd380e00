package org.tidemark.client.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.mutation.FieldProblem;

/** A problem as JSON text, to be kept and reported. */
public final class ProblemJson {

  private ProblemJson() {}

  public static JsonObject write(Problem problem) {
    List<Json> recoveries = new ArrayList<>();
    problem.recoveries().forEach(each -> recoveries.add(new JsonString(each.name())));
    List<Json> fields = new ArrayList<>();
    for (FieldProblem field : problem.fields()) {
      fields.add(
          JsonObject.EMPTY
              .with("path", legible(field.path()))
              .with("message", legible(field.message())));
    }
    JsonObject json =
        JsonObject.EMPTY
            .with("code", legible(problem.code()))
            .with("kind", new JsonString(problem.kind().name()))
            .with("sentence", legible(problem.sentence()))
            .with("recoveries", new JsonArray(recoveries))
            .with("retryable", JsonBoolean.of(problem.retryable()))
            .with("detail", legible(problem.detail()))
            .with("fields", new JsonArray(fields));
    String correlationId = problem.correlationId();
    Duration retryAfter = problem.retryAfter();
    json = correlationId == null ? json : json.with("correlationId", legible(correlationId));
    return retryAfter == null
        ? json
        : json.with("retryAfterMs", JsonNumber.of(retryAfter.toMillis()));
  }

  private static JsonString legible(String text) {
    return new JsonString(Legible.text(text));
  }

  /** Reads what {@link #write} wrote. */
  public static Problem read(String text) {
    JsonObject json = JsonReader.readStored(text);
    Set<Recovery> recoveries = EnumSet.noneOf(Recovery.class);
    for (Json each : elements(json.get("recoveries"))) {
      recoveries.add(Recovery.valueOf(((JsonString) each).value()));
    }
    List<FieldProblem> fields = new ArrayList<>();
    for (Json each : elements(json.get("fields"))) {
      JsonObject field = (JsonObject) each;
      fields.add(new FieldProblem(text(field, "path"), text(field, "message")));
    }
    return new Problem(
        text(json, "code"),
        ErrorKind.valueOf(text(json, "kind")),
        text(json, "sentence"),
        recoveries,
        json.get("retryable") instanceof JsonBoolean flag && flag.value(),
        json.get("retryAfterMs") instanceof JsonNumber number
            ? Duration.ofMillis(number.value().longValue())
            : null,
        json.get("correlationId") instanceof JsonString id ? id.value() : null,
        text(json, "detail"),
        fields);
  }

  private static List<Json> elements(@Nullable Json array) {
    return array instanceof JsonArray known ? known.elements() : List.of();
  }

  private static String text(JsonObject json, String name) {
    return json.get(name) instanceof JsonString string ? string.value() : "";
  }
}
