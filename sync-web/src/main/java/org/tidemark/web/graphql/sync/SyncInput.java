package org.tidemark.web.graphql.sync;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A batch of mutations of one client. */
@Input("SyncInput")
public record SyncInput(
    @NonNull String clientId,
    @Description("The clock of the client when it sent this.") @Nullable Instant clientTime,
    @NonNull List<@NonNull MutationInput> mutations) {}
