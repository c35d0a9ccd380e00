package org.tidemark.core.policy;

import java.util.TreeMap;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/** A policy as the JSON object that {@link PolicyReader} reads. */
public final class PolicyPrinter {

  private PolicyPrinter() {}

  public static JsonObject print(MergePolicy policy) {
    TreeMap<String, Json> rules = new TreeMap<>();
    policy.rules().forEach((pointer, rule) -> rules.put(pointer, new JsonString(rule.name())));
    JsonObject printed =
        JsonObject.EMPTY
            .with("entityType", new JsonString(policy.type().value()))
            .with("version", JsonNumber.of(policy.version()))
            .with("strategy", new JsonString(policy.strategy().name()))
            .with("granularity", new JsonString(policy.granularity().name()))
            .with("onDelete", new JsonString(policy.onDelete().name()))
            .with("identityKey", new JsonString(policy.identityKey()))
            .with("rules", new JsonObject(rules))
            .with("maxBytes", JsonNumber.of(policy.maxBytes()));
    JsonObject schema = policy.schema();
    return schema == null ? printed : printed.with("schema", schema);
  }
}
