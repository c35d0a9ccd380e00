package org.tidemark.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNull;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.sentence.Phrase;

/** Reads a merge policy from JSON and names the place of everything that is wrong with it. */
public final class PolicyReader {

  /** The largest size limit that a policy may set: 16 MiB. */
  public static final int LARGEST_MAX_BYTES = 16 << 20;

  private static final List<String> MEMBERS =
      List.of(
          "entityType",
          "version",
          "strategy",
          "granularity",
          "onDelete",
          "identityKey",
          "rules",
          "schema",
          "maxBytes");

  private final JsonObject json;
  private final List<PolicyProblem> problems = new ArrayList<>();

  private PolicyReader(JsonObject json) {
    this.json = json;
  }

  /** Reads a policy; only {@code entityType} and {@code strategy} are required. */
  public static PolicyReading read(JsonObject json) {
    return new PolicyReader(json).read();
  }

  private PolicyReading read() {
    for (String name : json.members().keySet()) {
      if (!MEMBERS.contains(name)) {
        problem(JsonPointer.field(name), PolicyMistake.NOT_KNOWN, MEMBERS.toString());
      }
    }
    String type = text("entityType");
    Phrase required = given("entityType") ? null : PolicyMistake.REQUIRED;
    Phrase ofType = type == null ? required : EntityType.mistake(type);
    if (ofType != null) {
      problem("/entityType", ofType);
    }
    MergeStrategy strategy = choice("strategy", MergeStrategy.values(), null);
    if (!given("strategy")) {
      problem("/strategy", PolicyMistake.REQUIRED);
    }
    Granularity granularity = choice("granularity", Granularity.values(), Granularity.RECORD);
    if (granularity == Granularity.FIELD
        && strategy != null
        && strategy != MergeStrategy.LAST_WRITE_WINS) {
      problem("/granularity", PolicyMistake.FIELD_WITHOUT_LAST_WRITE_WINS);
    }
    OnDelete onDelete =
        choice(
            "onDelete",
            OnDelete.values(),
            strategy == null ? OnDelete.MANUAL : MergePolicy.defaultOnDelete(strategy));
    String identityKey = given("identityKey") ? text("identityKey") : "id";
    if (identityKey != null && identityKey.isEmpty()) {
      problem("/identityKey", PolicyMistake.EMPTY);
    }
    SortedMap<String, FieldRule> rules = rules();
    JsonObject schema = object("schema");
    int version = whole("version", 0, Integer.MAX_VALUE, 0);
    int maxBytes = whole("maxBytes", 2, LARGEST_MAX_BYTES, MergePolicy.DEFAULT_MAX_BYTES);
    if (!problems.isEmpty()
        || type == null
        || strategy == null
        || granularity == null
        || onDelete == null
        || identityKey == null) {
      return new PolicyReading.Invalid(problems);
    }
    return new PolicyReading.Valid(
        new MergePolicy(
            new EntityType(type),
            version,
            strategy,
            granularity,
            onDelete,
            identityKey,
            rules,
            schema,
            maxBytes));
  }

  private SortedMap<String, FieldRule> rules() {
    SortedMap<String, FieldRule> rules = new TreeMap<>();
    JsonObject given = object("rules");
    if (given == null) {
      return rules;
    }
    for (Map.Entry<String, Json> entry : given.members().entrySet()) {
      String pointer = entry.getKey();
      String place = "/rules" + JsonPointer.field(pointer);
      Phrase ofPointer = pointer.isEmpty() ? PolicyMistake.NO_FIELD : JsonPointer.mistake(pointer);
      if (ofPointer != null) {
        problem(place, ofPointer);
      }
      FieldRule rule = choice(place, entry.getValue(), FieldRule.values());
      if (rule != null) {
        rules.put(pointer, rule);
      }
    }
    rules.keySet().forEach(pointer -> requireReached(pointer, rules));
    return rules;
  }

  /** A rule below a field that is taken whole would never be asked. */
  private void requireReached(String pointer, SortedMap<String, FieldRule> rules) {
    for (int end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      FieldRule above = rules.get(pointer.substring(0, end));
      if (above != null
          && above != FieldRule.OBJECT
          && above != FieldRule.APPEND
          && above != FieldRule.UNION) {
        problem(
            "/rules" + JsonPointer.field(pointer),
            PolicyMistake.NEVER_USED,
            pointer.substring(0, end),
            above);
        return;
      }
    }
  }

  private boolean given(String name) {
    Json value = json.get(name);
    return value != null && value != JsonNull.INSTANCE;
  }

  private @Nullable String text(String name) {
    if (!given(name)) {
      return null;
    }
    if (json.get(name) instanceof JsonString string) {
      return string.value();
    }
    problem("/" + name, PolicyMistake.NO_TEXT);
    return null;
  }

  private @Nullable JsonObject object(String name) {
    if (!given(name)) {
      return null;
    }
    if (json.get(name) instanceof JsonObject object) {
      return object;
    }
    problem("/" + name, PolicyMistake.NO_OBJECT);
    return null;
  }

  private int whole(String name, int least, int most, int fallback) {
    if (!given(name)) {
      return fallback;
    }
    if (json.get(name) instanceof JsonNumber number) {
      try {
        int value = number.value().intValueExact();
        if (value >= least && value <= most) {
          return value;
        }
      } catch (ArithmeticException e) {
        // Not a whole number, or far too large: told below like one out of bounds.
      }
    }
    problem("/" + name, PolicyMistake.NO_WHOLE_NUMBER, least, most);
    return fallback;
  }

  private <E extends Enum<E>> @Nullable E choice(String name, E[] choices, @Nullable E fallback) {
    Json value = json.get(name);
    return value == null || !given(name) ? fallback : choice("/" + name, value, choices);
  }

  private <E extends Enum<E>> @Nullable E choice(String place, Json value, E[] choices) {
    StringBuilder names = new StringBuilder();
    for (E choice : choices) {
      if (value instanceof JsonString string && string.value().equals(choice.name())) {
        return choice;
      }
      names.append(names.length() == 0 ? "" : ", ").append(choice.name());
    }
    problem(place, PolicyMistake.NONE_OF, names.toString());
    return null;
  }

  private void problem(String place, Phrase mistake, Object... parts) {
    problems.add(PolicyProblem.of(place, mistake, parts));
  }
}
