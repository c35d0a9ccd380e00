package org.tidemark.console.policies;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.server.policy.boundary.Policies;
import org.tidemark.server.policy.boundary.PolicyView;

/** The policies in force. */
@Named
@RequestScoped
public class PolicyList {
  @Inject private Policies policies;
  @Inject private SignedIn signedIn;

  private @Nullable List<PolicyView> rows;

  /** Read where they are shown, since each reading is in the audit trail. */
  public List<PolicyView> getRows() {
    List<PolicyView> found = rows == null ? policies.list(signedIn.caller()) : rows;
    rows = found;
    return found;
  }

  public String link(PolicyView row) {
    return new Address("policy.xhtml").with("type", row.policy().type().value()).toString();
  }

  public Way way(PolicyView row) {
    return Way.of(row.policy());
  }

  /** The spaces that it is limited to; null: it holds everywhere. */
  public @Nullable String spaces(PolicyView row) {
    List<String> spaces = row.spaces();
    return spaces == null ? null : String.join(", ", spaces);
  }
}
