package org.tidemark.web.graphql.policy;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.tidemark.core.json.JsonInput;
import org.tidemark.server.policy.boundary.PolicyTrialRequest;

/** Three states and a policy to decide between them. */
@Input("PolicyTrialInput")
public record PolicyTrialInput(
    @Description("As in savePolicy.") @NonNull JsonInput policy,
    @Description("Null: not known.") JsonInput base,
    @Description("Null: deleted.") JsonInput server,
    @Description("Null: deleted.") JsonInput client,
    @NonNull Instant serverTime,
    @NonNull Instant clientTime) {
  PolicyTrialRequest toRequest() {
    return new PolicyTrialRequest(
        ObjectInputs.required("/input/policy", policy),
        ObjectInputs.orNull("/input/base", base),
        ObjectInputs.orNull("/input/server", server),
        ObjectInputs.orNull("/input/client", client),
        serverTime,
        clientTime);
  }
}
