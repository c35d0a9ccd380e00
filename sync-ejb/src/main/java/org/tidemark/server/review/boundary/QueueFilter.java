package org.tidemark.server.review.boundary;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.ConflictType;

/**
 * Which open conflicts of the queue to show; null members do not filter.
 *
 * @param clientId a device's id; where no device has it, how ids of devices begin
 * @param olderThanHours at least this many hours open, 0 to 87,600
 * @param field the JSON Pointer of a field that is in conflict, itself or by what is within it or
 *     what it is within
 * @param text is somewhere in the record's id or in one of its sides, capitals or not
 */
public record QueueFilter(
    @Nullable String entityType,
    @Nullable String space,
    @Nullable String clientId,
    @Nullable ConflictType kind,
    @Nullable Integer olderThanHours,
    @Nullable String field,
    @Nullable String text) {
  public static final QueueFilter ALL = new QueueFilter(null, null, null, null, null, null, null);
}
