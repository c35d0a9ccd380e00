package org.tidemark.web.graphql.policy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.MergeStrategy;
import org.tidemark.core.policy.PolicyPrinter;
import org.tidemark.server.policy.boundary.PolicyView;

/** A version of the merge policy of an entity type. */
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
    @Description("The largest data.") @NonNull Integer maxBytes,
    @Description("The spaces that it is limited to; null: everywhere.")
        @io.smallrye.graphql.api.Nullable
        List<@NonNull String> spaces,
    @NonNull String author,
    @NonNull Instant createdAt) {
  static Policy of(PolicyView view) {
    MergePolicy policy = view.policy();
    return new Policy(
        policy.type().value(),
        policy.version(),
        policy.strategy(),
        policy.granularity().name(),
        policy.onDelete().name(),
        policy.identityKey(),
        Objects.requireNonNull(PolicyPrinter.print(policy).get("rules")),
        policy.schema(),
        policy.maxBytes(),
        view.spaces(),
        view.author(),
        view.createdAt());
  }
}
