package org.tidemark.server.policy.control;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.PolicyMistake;
import org.tidemark.core.policy.PolicyProblem;
import org.tidemark.core.policy.PolicyReader;
import org.tidemark.core.policy.PolicyReading;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.sentence.Sentence;
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
    PolicyReading reading = PolicyReader.read(definition);
    List<PolicyProblem> problems = problems(reading, definition);
    if (problems.isEmpty() && reading instanceof PolicyReading.Valid valid) {
      return valid.policy();
    }
    throw Failures.validation(
        "INVALID_POLICY",
        "The policy is not valid: see fields.",
        problems.stream().map(PolicyProblem::inEnglish).toList());
  }

  /**
   * All that is wrong with a policy and the spaces that it is to be limited to; empty: nothing.
   *
   * @param spaces null: everywhere
   */
  public static List<PolicyProblem> problems(JsonObject definition, @Nullable List<String> spaces) {
    List<PolicyProblem> problems = problems(PolicyReader.read(definition), definition);
    problems.addAll(ofSpaces(spaces));
    return problems;
  }

  /** Refuses names that are none of spaces, or too many. */
  static void spaces(@Nullable List<String> spaces) {
    List<PolicyProblem> problems = ofSpaces(spaces);
    if (!problems.isEmpty()) {
      throw Failures.invalid(problems.stream().map(PolicyProblem::inEnglish).toList());
    }
  }

  private static List<PolicyProblem> problems(PolicyReading reading, JsonObject definition) {
    List<PolicyProblem> problems = new ArrayList<>();
    if (reading instanceof PolicyReading.Invalid invalid) {
      problems.addAll(invalid.problems());
    }
    problems.addAll(ofSchema(definition.get("schema")));
    return problems;
  }

  /** What is wrong within a schema; that it is none at all is told by {@link PolicyReader}. */
  private static List<PolicyProblem> ofSchema(@Nullable Json schema) {
    return schema instanceof JsonObject object ? SchemaCheck.problems(object) : List.of();
  }

  private static List<PolicyProblem> ofSpaces(@Nullable List<String> spaces) {
    if (spaces == null) {
      return List.of();
    }
    if (spaces.isEmpty() || spaces.size() > MOST_LIMITED_SPACES) {
      return List.of(
          PolicyProblem.of("/spaces", PolicyMistake.NUMBER_OF_SPACES, MOST_LIMITED_SPACES));
    }
    List<PolicyProblem> problems = new ArrayList<>();
    for (int i = 0; i < spaces.size(); i++) {
      Sentence mistake = SpaceId.mistake(spaces.get(i));
      if (mistake != null) {
        problems.add(new PolicyProblem("/spaces/" + i, mistake));
      }
    }
    return problems;
  }
}
