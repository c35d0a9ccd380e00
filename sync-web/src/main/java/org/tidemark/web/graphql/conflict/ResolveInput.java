package org.tidemark.web.graphql.conflict;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.server.conflict.boundary.ResolveRequest;

/** The decision of a person on a conflict. */
@Input("ResolveInput")
public record ResolveInput(
    @NonNull String clientId,
    @NonNull String clientMutationId,
    @Id @NonNull String conflictId,
    @NonNull Resolution resolution,
    @Description("For MERGE: the whole object.") JsonInput data,
    @Description("The version that the person saw.") @NonNull Integer serverVersion,
    @NonNull Instant updatedAt,
    @Nullable Double sequence) {
  ResolveRequest toRequest() {
    return new ResolveRequest(
        clientId,
        clientMutationId,
        conflictId,
        resolution,
        data,
        serverVersion,
        updatedAt,
        sequence);
  }
}
