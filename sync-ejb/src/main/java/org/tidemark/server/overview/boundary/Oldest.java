package org.tidemark.server.overview.boundary;

import java.time.Instant;

/** The conflict that has waited longest. */
public record Oldest(
    String conflictId, String space, String entityType, String id, Instant detectedAt) {}
