package org.tidemark.server.bulk.control;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.RecordKey;

/**
 * An item of a job.
 *
 * @param again whether the job has an item of the same record before this one
 * @param version the record's version that the conflict showed; null: not looked at yet
 * @param settledVersion the record's version once it was settled; null: it is not
 */
record Item(
    int ord,
    String conflictId,
    RecordKey key,
    boolean again,
    @Nullable Integer version,
    @Nullable Integer settledVersion) {}
