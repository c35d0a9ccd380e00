package org.tidemark.testkit.contract;

import java.time.Instant;
import org.tidemark.client.transport.Transport;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.server.Role;

/** A server that the contract is played on; it has the demo's policies. */
public interface ServerSubject {

  Transport as(String user);

  /** Somebody who settles conflicts in every space. */
  Transport administrator();

  /** Makes a space, owned by this user. */
  void makeSpace(SpaceId space, String owner);

  /** Makes a user a member of a space, or changes what a member may do. */
  void admit(SpaceId space, String user, Role role);

  void dismiss(SpaceId space, String user);

  Instant now();
}
