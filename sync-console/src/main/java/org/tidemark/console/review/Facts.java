package org.tidemark.console.review;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.json.Document;
import org.tidemark.server.conflict.boundary.ConflictView;

/**
 * What a page tells of a conflict besides its fields.
 *
 * @param from the state that the outcome is made from, as JSON: the suggestion, else what the
 *     server has; null: the record is deleted
 */
public record Facts(
    String status,
    String space,
    String entityType,
    String id,
    String clientId,
    String kind,
    Instant detectedAt,
    String explanation,
    int serverVersion,
    @Nullable Instant serverUpdatedAt,
    Instant clientUpdatedAt,
    Instant clientEffectiveAt,
    boolean serverDeleted,
    boolean clientDeleted,
    @Nullable String from)
    implements Serializable {

  /** Why a person must decide: the explanation without the code of its rule. */
  public String reason() {
    String sentence = explanation.substring(explanation.indexOf(": ") + 1).strip();
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  static Facts of(ConflictView view) {
    Conflict conflict = view.payload().conflict();
    Document start = conflict.suggested() == null ? conflict.serverData() : conflict.suggested();
    Document from = start == null ? conflict.clientData() : start;
    Integer version = conflict.serverVersion();
    return new Facts(
        view.status(),
        view.space(),
        view.entityType(),
        view.id(),
        view.clientId(),
        conflict.type().name(),
        view.detectedAt(),
        conflict.explanation(),
        version == null ? 1 : version,
        conflict.serverUpdatedAt(),
        conflict.clientUpdatedAt(),
        conflict.clientEffectiveAt(),
        conflict.serverData() == null,
        conflict.clientData() == null,
        from == null ? null : from.text());
  }
}
