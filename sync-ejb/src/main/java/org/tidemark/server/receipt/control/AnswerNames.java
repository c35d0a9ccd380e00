package org.tidemark.server.receipt.control;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.MutationDraft;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.SpaceId;

/**
 * The names that an answer repeats from its mutation, the same at the first time and at each
 * repeat. A name that is none is left out: it may hold what no stored text can, of any length.
 */
public record AnswerNames(
    String clientMutationId,
    @Nullable String space,
    @Nullable String entityType,
    @Nullable String id) {

  /**
   * @param refused whether the mutation was refused; else its names have been checked
   */
  public static AnswerNames of(MutationDraft draft, boolean refused) {
    String mutation = String.valueOf(draft.clientMutationId());
    return refused
        ? new AnswerNames(
            mutation,
            usable(draft.space(), SpaceId::problem),
            usable(draft.entityType(), EntityType::problem),
            usable(draft.id(), RecordId::problem))
        : new AnswerNames(mutation, draft.space(), draft.entityType(), draft.id());
  }

  private static @Nullable String usable(
      @Nullable String name, Function<String, @Nullable String> problem) {
    return name == null || problem.apply(name) != null ? null : name;
  }
}
