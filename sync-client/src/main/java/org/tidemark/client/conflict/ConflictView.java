package org.tidemark.client.conflict;

import java.time.Instant;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.record.RecordKey;

/**
 * A conflict with both sides as they are now.
 *
 * <p>{@code conflict} holds the changed fields only, each with its base, server, local and
 * suggested value, and the version of the server's side that a decision counts against.
 */
public record ConflictView(
    String id, RecordKey key, ConflictState state, Instant detectedAt, Conflict conflict) {}
