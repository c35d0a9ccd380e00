package org.tidemark.testkit.server;

import java.time.Instant;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;

/** Who wrote a state, by which mutation, and when it reached the server. */
public record Writer(String user, ClientId clientId, MutationId mutationId, Instant at) {}
