package org.tidemark.server.policy.control;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.PolicyReader;
import org.tidemark.core.policy.PolicyReading;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.failure.SyncException;

/** Checks policies, and tells all that is wrong with one at once. */
public final class PolicyCheck {
  private static final int MOST_LIMITED_SPACES = 1_000;

  private PolicyCheck() {}

  /**
   * Reads and checks a policy, its schema included.
   *
   * @throws SyncException {@code INVALID_POLICY}
   */
  public static MergePolicy policy(JsonObject definition) {
    return of(definition, List.of());
  }

  /**
   * As {@link #policy}, and the spaces that it is to be limited to.
   *
   * @param spaces null: everywhere
   */
  public static void all(JsonObject definition, @Nullable List<String> spaces) {
    of(definition, spaces == null ? List.of() : ofSpaces(spaces));
  }

  /** Refuses names that are none of spaces, or too many. */
  static void spaces(@Nullable List<String> spaces) {
    List<FieldProblem> problems = spaces == null ? List.of() : ofSpaces(spaces);
    if (!problems.isEmpty()) {
      throw Failures.invalid(problems);
    }
  }

  private static MergePolicy of(JsonObject definition, List<FieldProblem> besides) {
    PolicyReading reading = PolicyReader.read(definition);
    List<FieldProblem> problems = new ArrayList<>();
    if (reading instanceof PolicyReading.Invalid invalid) {
      problems.addAll(invalid.problems());
    }
    problems.addAll(ofSchema(definition.get("schema")));
    problems.addAll(besides);
    if (problems.isEmpty() && reading instanceof PolicyReading.Valid valid) {
      return valid.policy();
    }
    throw Failures.validation("INVALID_POLICY", "The policy is not valid: see fields.", problems);
  }

  /** What is wrong within a schema; that it is none at all is told by {@link PolicyReader}. */
  private static List<FieldProblem> ofSchema(@Nullable Json schema) {
    if (schema instanceof JsonObject object) {
      try {
        DataSchema.compile(object);
      } catch (IllegalArgumentException e) {
        return List.of(new FieldProblem("/schema", String.valueOf(e.getMessage())));
      }
    }
    return List.of();
  }

  private static List<FieldProblem> ofSpaces(List<String> spaces) {
    if (spaces.isEmpty() || spaces.size() > MOST_LIMITED_SPACES) {
      return List.of(
          new FieldProblem("/spaces", "must name 1 to " + MOST_LIMITED_SPACES + " spaces"));
    }
    List<FieldProblem> problems = new ArrayList<>();
    for (int i = 0; i < spaces.size(); i++) {
      String problem = SpaceId.problem(spaces.get(i));
      if (problem != null) {
        problems.add(new FieldProblem("/spaces/" + i, problem));
      }
    }
    return problems;
  }
}
