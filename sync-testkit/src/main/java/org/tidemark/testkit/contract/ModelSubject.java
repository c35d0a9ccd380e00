package org.tidemark.testkit.contract;

import java.time.Instant;
import org.tidemark.client.transport.Transport;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.server.ModelServer;
import org.tidemark.testkit.server.Role;

/** The model as a server that the contract is played on; its clock stands still. */
public record ModelSubject(ModelServer model, Instant now) implements ServerSubject {

  @Override
  public Transport as(String user) {
    return model.as(user);
  }

  @Override
  public Transport administrator() {
    return model.asAdministrator("admin");
  }

  @Override
  public void makeSpace(SpaceId space, String owner) {
    model.admit(space, owner, Role.OWNER);
  }

  @Override
  public void admit(SpaceId space, String user, Role role) {
    model.admit(space, user, role);
  }

  @Override
  public void dismiss(SpaceId space, String user) {
    model.dismiss(space, user);
  }
}
