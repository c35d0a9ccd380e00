package org.tidemark.testkit.server;

import org.tidemark.core.record.SpaceId;

/** Who asks; an administrator reads and settles conflicts in every space. */
record Caller(String user, boolean administrator) {

  SpaceId personal() {
    return SpaceId.personal(user);
  }
}
