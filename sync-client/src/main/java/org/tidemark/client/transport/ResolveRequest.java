package org.tidemark.client.transport;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.resolve.Resolution;

/** A person's decision on a conflict: data for MERGE only, and the server version that they saw. */
public record ResolveRequest(
    ClientId clientId,
    MutationId mutationId,
    String conflictId,
    Resolution resolution,
    @Nullable Document data,
    int serverVersion,
    Instant updatedAt,
    long sequence) {}
