package org.tidemark.server.record.boundary;

/**
 * A person's wish to have an earlier state of a record back.
 *
 * @param clientMutationId names the wish, so that what is sent twice is done once
 * @param place of the state among the revisions of the record
 * @param version the record's version that the person saw
 */
public record RestoreRequest(
    String clientId,
    String clientMutationId,
    String space,
    String entityType,
    String id,
    String place,
    int version) {}
