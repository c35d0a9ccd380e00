package org.tidemark.console.policies;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.address.Parameters;
import org.tidemark.console.difference.Difference;
import org.tidemark.console.difference.Differences;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.words.Words;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.policy.boundary.Policies;
import org.tidemark.server.policy.boundary.PolicyView;

/** All versions of a policy, and what changed from one to another. */
@Named
@RequestScoped
public class PolicyVersions {
  @Inject private Policies policies;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private PolicyPlaces places;
  @Inject private Parameters parameters;

  private @Nullable String type;
  private @Nullable String problem;
  private List<PolicyView> rows = List.of();
  private @Nullable PolicyView earlier;
  private @Nullable PolicyView later;

  @PostConstruct
  void load() {
    type = parameters.get("type");
    try {
      rows = type == null ? List.of() : policies.history(signedIn.caller(), type);
    } catch (SyncException refused) {
      problem = words.of(refused);
    }
    if (rows.isEmpty()) {
      problem = problem == null ? words.of("noSuchPolicy") : problem;
      return;
    }
    later = version(parameters.get("to")).orElse(rows.get(0));
    int before = later.policy().version() - 1;
    earlier =
        version(parameters.get("from")).or(() -> version(String.valueOf(before))).orElse(null);
  }

  private Optional<PolicyView> version(@Nullable String number) {
    return rows.stream()
        .filter(row -> String.valueOf(row.policy().version()).equals(number))
        .findFirst();
  }

  /** What changed from the earlier to the later one; of the first one all of it. */
  public List<Difference> getDifferences() {
    return later == null
        ? List.of()
        : places.named(
            Differences.between(
                earlier == null ? null : Definition.of(earlier), Definition.of(later)));
  }

  /** The way to what a version changed. */
  public String link(PolicyView row) {
    return new Address("policyVersions.xhtml")
        .with("type", type)
        .with("to", String.valueOf(row.policy().version()))
        .toString();
  }

  /** The way to bringing a version back. */
  public String restoreLink(PolicyView row) {
    return new Address("policy.xhtml")
        .with("type", type)
        .with("restore", String.valueOf(row.policy().version()))
        .toString();
  }

  public String getBackLink() {
    return new Address("policy.xhtml").with("type", type).toString();
  }

  public boolean isNewest(PolicyView row) {
    return row.equals(rows.get(0));
  }

  public @Nullable String getType() {
    return type;
  }

  public @Nullable String getProblem() {
    return problem;
  }

  public List<PolicyView> getRows() {
    return rows;
  }

  public @Nullable PolicyView getEarlier() {
    return earlier;
  }

  public @Nullable PolicyView getLater() {
    return later;
  }
}
