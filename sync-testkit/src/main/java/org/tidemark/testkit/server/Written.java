package org.tidemark.testkit.server;

import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;

/** A state of a record with its writer. */
public record Written(RecordKey key, RecordState state, Writer writer) {}
