package org.tidemark.server.space.boundary;

import java.time.Instant;
import org.tidemark.server.space.control.SpaceRole;

/** A space and the caller's role in it. */
public record SpaceView(String space, String role, boolean personal, Instant createdAt) {
  SpaceView as(SpaceRole held) {
    return new SpaceView(space, held.name(), personal, createdAt);
  }
}
