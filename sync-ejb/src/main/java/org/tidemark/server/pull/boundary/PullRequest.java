package org.tidemark.server.pull.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of the feed.
 *
 * @param cursor null: from the beginning
 * @param limit 1 to 1,000 changes; null: 500
 * @param entityTypes null: all types
 */
public record PullRequest(
    String clientId,
    @Nullable String cursor,
    @Nullable Integer limit,
    @Nullable List<String> entityTypes) {}
