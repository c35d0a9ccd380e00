package org.tidemark.client.replica;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;

/** The newest state received from the server; without data it is a tombstone. */
public record ServerState(int version, Instant updatedAt, @Nullable Document data) {}
