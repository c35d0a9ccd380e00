package org.tidemark.testkit.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.PolicyAnswer;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.PolicyReader;
import org.tidemark.core.policy.PolicyReading;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/** The merge policies in force; one of a space goes before one of everywhere. No schemas. */
public final class Policies {
  private static final SortedMap<EntityType, MergePolicy> NONE = Collections.emptySortedMap();

  private final SortedMap<EntityType, MergePolicy> policies = new TreeMap<>();
  private final SortedMap<SpaceId, SortedMap<EntityType, MergePolicy>> bySpace = new TreeMap<>();

  /** Those of the real server's demo. */
  public static Policies demo() {
    return of(
        """
        [{"entityType": "profile", "strategy": "LAST_WRITE_WINS", "granularity": "RECORD"},
         {"entityType": "task", "strategy": "LAST_WRITE_WINS", "granularity": "FIELD"},
         {"entityType": "comment_thread", "strategy": "SERVER_MERGE",
          "rules": {"/comments": "APPEND"}},
         {"entityType": "counter", "strategy": "SERVER_MERGE", "rules": {"/count": "SUM"}},
         {"entityType": "invoice", "strategy": "MANUAL"},
         {"entityType": "note", "strategy": "SERVER_MERGE",
          "rules": {"/title": "MANUAL", "/text": "MANUAL", "/tags": "UNION", "/votes": "SUM",
                    "/photo": "LAST_WRITE_WINS"}}]
        """);
  }

  /** Those of the demo, and a type whose fields take the largest and the smallest. */
  public static Policies simulated() {
    Policies policies = demo();
    policies.add(
        of(
            """
            [{"entityType": "gauge", "strategy": "SERVER_MERGE",
              "rules": {"/high": "MAX", "/low": "MIN"}}]
            """));
    return policies;
  }

  private void add(Policies others) {
    policies.putAll(others.policies);
  }

  /** Puts policies in force, everywhere or in one space. */
  public void change(Policies others, @Nullable SpaceId space) {
    if (space == null) {
      add(others);
    } else {
      bySpace.computeIfAbsent(space, none -> new TreeMap<>()).putAll(others.policies);
    }
  }

  /** Reads a JSON array of policies, as the real server does at its first start. */
  public static Policies of(String json) {
    Policies policies = new Policies();
    try {
      for (Json policy : ((JsonArray) JsonReader.read(json)).elements()) {
        if (PolicyReader.read(firstVersion((JsonObject) policy))
            instanceof PolicyReading.Valid valid) {
          policies.policies.put(valid.policy().type(), valid.policy());
        } else {
          throw new IllegalArgumentException("not a valid policy: " + policy);
        }
      }
    } catch (InvalidJson e) {
      throw new IllegalArgumentException(e);
    }
    return policies;
  }

  private static JsonObject firstVersion(JsonObject policy) {
    return policy.with("version", JsonNumber.of(1));
  }

  MergePolicy policyFor(RecordKey key) {
    SortedMap<EntityType, MergePolicy> own = bySpace.getOrDefault(key.space(), NONE);
    MergePolicy policy = own.getOrDefault(key.type(), policies.get(key.type()));
    return policy == null ? MergePolicy.defaultFor(key.type()) : policy;
  }

  List<PolicyAnswer> answers() {
    List<PolicyAnswer> answers = new ArrayList<>();
    for (MergePolicy policy : policies.values()) {
      answers.add(new PolicyAnswer(policy, Collections.emptySortedSet()));
    }
    bySpace.forEach(
        (space, own) ->
            own.values()
                .forEach(
                    policy ->
                        answers.add(new PolicyAnswer(policy, new TreeSet<>(List.of(space))))));
    return answers;
  }
}
