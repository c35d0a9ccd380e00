package org.tidemark.server.conflict.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Which conflicts to list; null members do not filter.
 *
 * @param first 1 to 200; null: 50
 * @param after the {@code endCursor} of the page before
 */
public record ConflictFilter(
    @Nullable String status,
    @Nullable String space,
    @Nullable String entityType,
    @Nullable String clientId,
    @Nullable Integer first,
    @Nullable String after) {}
