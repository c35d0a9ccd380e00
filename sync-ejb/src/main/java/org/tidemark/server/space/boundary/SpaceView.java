package org.tidemark.server.space.boundary;

import java.time.Instant;

/** A space and the caller's role in it. */
public record SpaceView(String space, String role, boolean personal, Instant createdAt) {}
