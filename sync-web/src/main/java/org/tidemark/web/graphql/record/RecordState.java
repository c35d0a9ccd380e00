package org.tidemark.web.graphql.record;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.server.pull.boundary.PullAnswer;
import org.tidemark.server.record.boundary.RecordView;

/** A record as the API shows it. */
@Type("Record")
public record RecordState(
    @NonNull String entityType,
    @NonNull String id,
    @NonNull String space,
    @NonNull Integer version,
    @NonNull Instant updatedAt,
    @NonNull Boolean deleted,
    @Description("Null in a tombstone.") @Nullable Document data) {
  static RecordState of(RecordView record) {
    return new RecordState(
        record.entityType(),
        record.id(),
        record.space(),
        record.version(),
        record.updatedAt(),
        record.deleted(),
        record.data());
  }

  public static RecordState of(PullAnswer.Change change) {
    return new RecordState(
        change.entityType(),
        change.id(),
        change.space(),
        change.version(),
        change.updatedAt(),
        change.deleted(),
        change.data());
  }
}
