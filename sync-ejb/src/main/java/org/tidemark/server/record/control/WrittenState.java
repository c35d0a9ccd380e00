package org.tidemark.server.record.control;

import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;

/** A state of a record with its writer. */
public record WrittenState(RecordKey key, RecordState state, Writer writer) {}
