package org.tidemark.server.record.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;

/**
 * One past or present state of a record.
 *
 * @param beside true for a client's side that lost: kept, but never the record's state
 * @param place names it among the revisions of its record, so that a list can be read on after it
 */
public record RevisionView(
    int version,
    Instant updatedAt,
    boolean deleted,
    @Nullable Document data,
    String writtenBy,
    @Nullable String clientId,
    @Nullable String clientMutationId,
    boolean beside,
    String place) {}
