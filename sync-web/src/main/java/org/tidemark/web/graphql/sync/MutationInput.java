package org.tidemark.web.graphql.sync;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.mutation.MutationDraft;

/**
 * One intended change by a client. Only its id is required here: what else is wrong refuses this
 * mutation, not the request.
 */
@Input("MutationInput")
public record MutationInput(
    @Description("Names the mutation within its clientId for ever; 1 to 128 characters.") @NonNull
        String clientMutationId,
    @Description("UPSERT or DELETE.") @Nullable String operation,
    @Nullable String entityType,
    @Nullable String id,
    @Description("Left out: the personal space of the caller.") @Nullable String space,
    @Description("The whole object; required for an UPSERT.") JsonInput data,
    @Description("The object that the edit started from, where the client has it.") JsonInput base,
    @Description(
            "The server version that the edit started from; left out by a client that never saw the record.")
        @Nullable Integer baseVersion,
    @Description("The clientMutationId of the unanswered edit that this one builds on.")
        @Nullable String previous,
    @Description("When the edit was made, as in RFC 3339.") @Nullable String updatedAt,
    @Description(
            "Times of single fields by their pointers, where several edits were folded into one.")
        JsonInput fieldTimes,
    @Description("A whole number that rises within the client.") @Nullable Double sequence) {
  MutationDraft toDraft() {
    return new MutationDraft(
        clientMutationId,
        operation,
        entityType,
        id,
        space,
        previous,
        updatedAt,
        data,
        base,
        fieldTimes,
        baseVersion,
        sequence);
  }
}
