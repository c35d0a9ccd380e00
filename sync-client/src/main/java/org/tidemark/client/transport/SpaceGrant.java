package org.tidemark.client.transport;

import org.tidemark.core.record.SpaceId;

/** A space that the user may see, and as what: VIEWER, EDITOR or OWNER. */
public record SpaceGrant(SpaceId space, String role) {

  /** Whether the role lets its holder change records. */
  public boolean mayWrite() {
    return !role.equals("VIEWER");
  }
}
