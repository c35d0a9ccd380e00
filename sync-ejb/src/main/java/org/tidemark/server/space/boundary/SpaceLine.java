package org.tidemark.server.space.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A space in a list.
 *
 * @param personalOf whose own space it is; null: it is shared
 */
public record SpaceLine(
    String space, @Nullable String personalOf, String createdBy, Instant createdAt) {}
