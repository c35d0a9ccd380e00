package org.tidemark.server.space.boundary;

import java.time.Instant;

/**
 * A member of a space as a list shows it.
 *
 * @param role VIEWER, EDITOR or OWNER
 * @param seen whether anybody has ever used this name
 */
public record MemberLine(String user, String role, Instant since, boolean seen) {}
