package org.tidemark.console.review;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.words.Words;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.Explanation;
import org.tidemark.core.json.Document;
import org.tidemark.server.conflict.boundary.ConflictView;
import org.tidemark.server.review.boundary.DeskView;

/**
 * What a page tells of a conflict besides its fields.
 *
 * @param from the state that the outcome is made from, as JSON: the suggestion, else what the
 *     server has; null: the record is deleted
 * @param serverUser who wrote what the server has; "": it is in the record's history
 * @param serverData what the server has, as JSON; null: the record is deleted
 * @param clientData what the device has; null: it has deleted the record
 * @param clockAhead by how much the device's time was corrected; above zero: its clock was ahead
 * @param became what the decision made of the record; null: none was made, or it is not kept any
 *     more
 * @param explanation of the rule that left it to a person
 * @param explanationLanguage null: the page's; else the one that it was stored in
 */
public record Facts(
    String status,
    String space,
    String entityType,
    String id,
    String user,
    String clientId,
    String kind,
    Instant detectedAt,
    String explanation,
    @Nullable String explanationLanguage,
    String strategy,
    int policyVersion,
    int serverVersion,
    String serverUser,
    @Nullable Instant serverUpdatedAt,
    Instant clientUpdatedAt,
    Instant clientEffectiveAt,
    Instant receivedAt,
    Duration clockAhead,
    @Nullable String serverData,
    @Nullable String clientData,
    @Nullable String from,
    @Nullable String resolution,
    @Nullable String resolvedBy,
    @Nullable Instant resolvedAt,
    @Nullable String successor,
    @Nullable Became became)
    implements Serializable {

  public boolean isServerDeleted() {
    return serverData == null;
  }

  public boolean isClientDeleted() {
    return clientData == null;
  }

  /** The side that has deleted the record, where the other has not; null: none has. */
  @Nullable Choice deletedSide() {
    if (isServerDeleted() == isClientDeleted()) {
      return null;
    }
    return isServerDeleted() ? Choice.SERVER : Choice.CLIENT;
  }

  static Facts of(DeskView desk, Words words) {
    ConflictView view = desk.conflict();
    Conflict conflict = view.payload().conflict();
    Explanation why = desk.why();
    Document start = conflict.suggested() == null ? conflict.serverData() : conflict.suggested();
    Integer version = conflict.serverVersion();
    return new Facts(
        view.status(),
        view.space(),
        view.entityType(),
        view.id(),
        desk.user(),
        view.clientId(),
        conflict.type().name(),
        view.detectedAt(),
        why == null ? Explanation.sentence(conflict.explanation()) : words.of(why.why()),
        why == null ? Locale.ENGLISH.getLanguage() : null,
        desk.strategy(),
        desk.policyVersion(),
        version == null ? 1 : version,
        desk.serverUser(),
        conflict.serverUpdatedAt(),
        conflict.clientUpdatedAt(),
        conflict.clientEffectiveAt(),
        desk.receivedAt(),
        desk.clockAhead(),
        text(conflict.serverData()),
        text(conflict.clientData()),
        text(start == null ? conflict.clientData() : start),
        view.resolution(),
        view.resolvedBy(),
        view.resolvedAt(),
        desk.successor(),
        Became.of(desk.settled()));
  }

  private static @Nullable String text(@Nullable Document data) {
    return data == null ? null : data.text();
  }
}
