package org.tidemark.server.bulk.boundary;

import org.jspecify.annotations.Nullable;

/**
 * What became of one conflict of a bulk job.
 *
 * @param reason why it was refused, in words; null: nothing is to be said
 */
public record BulkItem(
    int ord,
    String conflictId,
    String space,
    String entityType,
    String id,
    ItemState state,
    @Nullable String reason) {}
