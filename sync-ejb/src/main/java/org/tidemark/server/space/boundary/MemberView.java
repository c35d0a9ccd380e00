package org.tidemark.server.space.boundary;

import java.time.Instant;

/** A member of a space; {@code role} is VIEWER, EDITOR or OWNER. */
public record MemberView(String user, String role, Instant since) {}
