package org.tidemark.web.graphql.policy;

import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.MergeStrategy;

/** A merge policy in force. */
@Type("MergePolicy")
public record Policy(
    @NonNull String entityType,
    @NonNull Integer version,
    @NonNull MergeStrategy strategy,
    @NonNull String granularity,
    @NonNull String onDelete,
    @NonNull String identityKey,
    @Description("Rules of single fields by their pointers.") @NonNull Json rules,
    @Description("A JSON Schema that data must meet.") @Nullable Json schema,
    @Description("The largest data.") @NonNull Integer maxBytes) {
  static Policy of(MergePolicy policy) {
    return new Policy(
        policy.type().value(),
        policy.version(),
        policy.strategy(),
        policy.granularity().name(),
        policy.onDelete().name(),
        policy.identityKey(),
        rules(policy),
        policy.schema(),
        policy.maxBytes());
  }

  private static Json rules(MergePolicy policy) {
    SortedMap<String, Json> rules = new TreeMap<>();
    policy.rules().forEach((pointer, rule) -> rules.put(pointer, new JsonString(rule.name())));
    return new JsonObject(rules);
  }
}
