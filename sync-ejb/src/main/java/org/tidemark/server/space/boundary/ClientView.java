package org.tidemark.server.space.boundary;

import java.time.Duration;
import java.time.Instant;

/**
 * A device, and the user it belongs to.
 *
 * @param lastSeenAt when it last pushed, pulled or decided, to about a minute
 * @param clockError how far its clock is ahead of the server's, below zero: behind; zero within the
 *     tolerance
 */
public record ClientView(
    String clientId, String user, Instant createdAt, Instant lastSeenAt, Duration clockError) {}
