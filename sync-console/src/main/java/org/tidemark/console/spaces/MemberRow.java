package org.tidemark.console.spaces;

import java.io.Serializable;
import java.time.Instant;
import org.tidemark.server.space.boundary.MemberView;

/** A member in a list, with the role that is chosen for them. */
public final class MemberRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String user;
  private final Instant since;
  private String role;

  MemberRow(MemberView view) {
    user = view.user();
    since = view.since();
    role = view.role();
  }

  public String getUser() {
    return user;
  }

  public Instant getSince() {
    return since;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String value) {
    role = value;
  }
}
