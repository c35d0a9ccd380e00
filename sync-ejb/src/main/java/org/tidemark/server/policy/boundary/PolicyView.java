package org.tidemark.server.policy.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.policy.MergePolicy;

/**
 * A policy in force.
 *
 * @param spaces the spaces it is limited to; null: everywhere
 */
public record PolicyView(
    MergePolicy policy, @Nullable List<String> spaces, String author, Instant createdAt) {}
