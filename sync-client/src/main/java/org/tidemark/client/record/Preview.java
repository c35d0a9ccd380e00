package org.tidemark.client.record;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;

/** What the server will probably make of the local edits; without data it will be deleted. */
public record Preview(SyncStatus status, @Nullable Document data) {}
