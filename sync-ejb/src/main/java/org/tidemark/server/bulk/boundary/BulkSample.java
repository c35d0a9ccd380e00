package org.tidemark.server.bulk.boundary;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;

/**
 * What a bulk job would do to one record.
 *
 * @param before null: the record is deleted
 * @param after null: the record would be deleted
 * @param device the device's side; null: the device has deleted the record
 * @param base what the device's edit began from; null: not known, or nothing
 */
public record BulkSample(
    BulkItem item,
    @Nullable Document before,
    @Nullable Document after,
    @Nullable Document device,
    @Nullable Document base) {}
