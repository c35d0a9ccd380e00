package org.tidemark.console.spaces;

import java.io.Serializable;
import java.time.Instant;
import org.tidemark.server.space.boundary.MemberLine;

/** A member in a list, with the role that is chosen for them. */
public final class MemberRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String user;
  private final Instant since;
  private final boolean seen;
  private String role;

  MemberRow(MemberLine view) {
    user = view.user();
    since = view.since();
    role = view.role();
    seen = view.seen();
  }

  public String getUser() {
    return user;
  }

  public Instant getSince() {
    return since;
  }

  /** Whether anybody has ever used this name. */
  public boolean isSeen() {
    return seen;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String value) {
    role = value;
  }
}
