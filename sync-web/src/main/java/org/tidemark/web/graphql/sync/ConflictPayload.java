package org.tidemark.web.graphql.sync;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.core.json.Document;
import org.tidemark.server.receipt.boundary.ConflictAnswer;

/** All that a person, or a client, needs to settle a conflict. */
@Type("ConflictPayload")
public record ConflictPayload(
    @Id @NonNull String conflictId,
    @NonNull ConflictType conflictType,
    @Nullable Document serverData,
    @Nullable Document clientData,
    @Nullable Document baseData,
    @Nullable Integer serverVersion,
    @Nullable Integer localVersion,
    @Nullable Instant serverUpdatedAt,
    @Description("As sent.") @Nullable Instant clientUpdatedAt,
    @Description("As compared.") @Nullable Instant clientEffectiveAt,
    @Description("Changed fields only.") @NonNull List<@NonNull FieldDifference> fields,
    @Nullable Document resolutionSuggested,
    @Description("The rule that fired, in words.") @NonNull String explanation) {
  public static ConflictPayload of(ConflictAnswer answer) {
    Conflict conflict = answer.conflict();
    return new ConflictPayload(
        answer.conflictId(),
        conflict.type(),
        conflict.serverData(),
        conflict.clientData(),
        conflict.baseData(),
        conflict.serverVersion(),
        conflict.localVersion(),
        conflict.serverUpdatedAt(),
        conflict.clientUpdatedAt(),
        conflict.clientEffectiveAt(),
        conflict.fields().stream().map(FieldDifference::of).toList(),
        conflict.suggested(),
        conflict.explanation());
  }
}
