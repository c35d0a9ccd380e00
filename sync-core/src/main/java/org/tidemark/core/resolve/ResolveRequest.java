package org.tidemark.core.resolve;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonObject;

/** A person's decision on a conflict: data for MERGE only, and the server version that they saw. */
public record ResolveRequest(
    Resolution resolution, @Nullable JsonObject data, int serverVersionSeen) {}
