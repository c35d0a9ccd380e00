package org.tidemark.server.policy.control;

import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.policy.PolicyMistake;
import org.tidemark.core.policy.PolicyProblem;

/** Says in plain words what a meta-schema finds: one mistake for a place. */
final class SchemaMistakes {
  private static final int MOST_PROBLEMS = 20;
  private static final String WORDS = "array, boolean, integer, null, number, object, string";

  private SchemaMistakes() {}

  static List<PolicyProblem> of(String above, Set<ValidationMessage> messages) {
    Map<String, PolicyProblem> byPlace = new LinkedHashMap<>();
    for (ValidationMessage message : messages) {
      PolicyProblem problem = of(above, message);
      if (problem != null) {
        byPlace.putIfAbsent(problem.place(), problem);
      }
    }
    // A list of types with a wrong one in it is also told to be no single type.
    List<PolicyProblem> problems = new ArrayList<>(byPlace.values());
    problems.removeIf(
        each ->
            each.mistake().phrase() == PolicyMistake.NO_TYPE
                && byPlace.keySet().stream().anyMatch(p -> p.startsWith(each.place() + "/")));
    return problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS));
  }

  private static @Nullable PolicyProblem of(String above, ValidationMessage message) {
    String place = above + message.getInstanceLocation();
    return switch (message.getType()) {
      case "type" -> PolicyProblem.of(place, expected(String.valueOf(message.getArguments()[1])));
      // The names of types are all that a meta-schema counts up.
      case "enum" ->
          message.getEvaluationPath().toString().contains("/anyOf/0")
              ? PolicyProblem.of(place, PolicyMistake.NO_TYPE, WORDS)
              : PolicyProblem.of(place, PolicyMistake.NONE_OF, WORDS);
      case "format" -> pattern(place, message);
      case "propertyNames" -> {
        String name = String.valueOf(message.getArguments()[0]);
        yield PolicyProblem.of(
            place + JsonPointer.field(name), PolicyMistake.NO_PATTERN, whyNoPattern(name));
      }
      case "minimum" -> PolicyProblem.of(place, PolicyMistake.NO_COUNT);
      case "exclusiveMinimum" -> PolicyProblem.of(place, PolicyMistake.NOT_ABOVE_ZERO);
      case "minItems" -> PolicyProblem.of(place, PolicyMistake.EMPTY);
      case "uniqueItems" -> PolicyProblem.of(place, PolicyMistake.NAMED_TWICE);
      default -> PolicyProblem.of(place, PolicyMistake.NO_SCHEMA, withoutPlace(message));
    };
  }

  private static PolicyMistake expected(String types) {
    return switch (types) {
      case "array" -> PolicyMistake.NO_LIST;
      case "boolean" -> PolicyMistake.NO_BOOLEAN;
      case "integer" -> PolicyMistake.NO_COUNT;
      case "number" -> PolicyMistake.NO_NUMBER;
      case "object" -> PolicyMistake.NO_OBJECT;
      case "string" -> PolicyMistake.NO_TEXT;
      // An object, or true or false.
      default -> PolicyMistake.NO_SUBSCHEMA;
    };
  }

  /** Of the formats, patterns alone are checked: the others would refuse what works. */
  private static @Nullable PolicyProblem pattern(String place, ValidationMessage message) {
    Object[] parts = message.getArguments();
    return parts[0].equals("regex")
        ? PolicyProblem.of(
            place, PolicyMistake.NO_PATTERN, whyNoPattern(String.valueOf(parts[parts.length - 1])))
        : null;
  }

  private static String whyNoPattern(String text) {
    try {
      Pattern.compile(text);
      return text;
    } catch (PatternSyntaxException e) {
      return e.getDescription();
    }
  }

  private static String withoutPlace(ValidationMessage message) {
    String words = message.getMessage();
    String place = message.getInstanceLocation() + ": ";
    return words.startsWith(place) ? words.substring(place.length()) : words;
  }
}
