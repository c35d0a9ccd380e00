package org.tidemark.client.replica;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tidemark.client.transport.PolicyAnswer;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.SpaceId;

/** The server's policies as they were last told: one of a space goes before one of everywhere. */
public record PolicyBook(List<PolicyAnswer> policies) {

  public static final PolicyBook EMPTY = new PolicyBook(Collections.emptyList());

  public PolicyBook {
    policies = Collections.unmodifiableList(new ArrayList<>(policies));
  }

  public MergePolicy of(EntityType type, SpaceId space) {
    MergePolicy everywhere = null;
    for (PolicyAnswer each : policies) {
      if (each.policy().type().equals(type)) {
        if (each.spaces().contains(space)) {
          return each.policy();
        }
        everywhere = each.spaces().isEmpty() ? each.policy() : everywhere;
      }
    }
    return everywhere == null ? MergePolicy.defaultFor(type) : everywhere;
  }
}
