package org.tidemark.server.policy.control;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.policy.MergePolicy;

/** A policy with its schema ready to check data; {@code schema} null: any object will do. */
public record ValidatedPolicy(MergePolicy policy, @Nullable DataSchema schema) {
  static ValidatedPolicy of(MergePolicy policy) {
    return new ValidatedPolicy(
        policy, policy.schema() == null ? null : DataSchema.compile(policy.schema()));
  }
}
