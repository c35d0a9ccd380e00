package org.tidemark.server.record.control;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.RecordState;

/**
 * A record whose row is locked.
 *
 * @param openConflict the id of the pushing client's open conflict on it
 */
public record LockedRecord(RecordState state, @Nullable String openConflict) {}
