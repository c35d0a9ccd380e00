package org.tidemark.server.bulk.control;

import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.server.audit.control.AuditSet;

/**
 * What an item has done to its record.
 *
 * @param next the same object as {@code before} where the record stands as it was
 */
record Written(
    MutationId mutationId,
    RecordKey key,
    RecordState before,
    RecordState next,
    AuditSet.Action action) {}
