package org.tidemark.server.policy.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonObject;

/** Base, server and client states for a dry run; null: deleted or, for the base, not known. */
public record PolicyTrialRequest(
    JsonObject policy,
    @Nullable JsonObject base,
    @Nullable JsonObject server,
    @Nullable JsonObject client,
    Instant serverTime,
    Instant clientTime) {}
