package org.tidemark.core.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;

/**
 * A divergence that needs a person.
 *
 * <p>A side without data is deleted; a suggestion without data suggests deletion. {@code fields}
 * holds the changed fields only.
 */
public record Conflict(
    ConflictType type,
    @Nullable Document serverData,
    @Nullable Document clientData,
    @Nullable Document baseData,
    @Nullable Integer serverVersion,
    @Nullable Integer localVersion,
    @Nullable Instant serverUpdatedAt,
    Instant clientUpdatedAt,
    Instant clientEffectiveAt,
    List<FieldConflict> fields,
    @Nullable Document suggested,
    String explanation) {

  public Conflict {
    fields = Collections.unmodifiableList(new ArrayList<>(fields));
  }

  /**
   * The same conflict where the server's side has come back unchanged under another version: who
   * was later, and so what is suggested, is as it was.
   */
  public Conflict atServerVersion(int version) {
    return new Conflict(
        type,
        serverData,
        clientData,
        baseData,
        version,
        localVersion,
        serverUpdatedAt,
        clientUpdatedAt,
        clientEffectiveAt,
        fields,
        suggested,
        explanation);
  }
}
