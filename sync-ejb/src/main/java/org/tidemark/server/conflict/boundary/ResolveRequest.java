package org.tidemark.server.conflict.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.resolve.Resolution;

/**
 * A person's decision on a conflict.
 *
 * @param serverVersion the record's version that the person saw
 * @param data for MERGE: the whole object
 */
public record ResolveRequest(
    String clientId,
    String clientMutationId,
    String conflictId,
    Resolution resolution,
    JsonInput data,
    int serverVersion,
    Instant updatedAt,
    @Nullable Double sequence) {}
