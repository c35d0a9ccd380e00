package org.tidemark.client.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.record.RecordKey;

/**
 * A record as it is on this device.
 *
 * <p>{@code data} is the local state; {@code preview} what the server will probably make of it
 * where both sides changed. Hand a view back to {@link RecordCollection#edit}, so that what arrived
 * after it was shown is not overwritten unseen.
 *
 * @param version the newest version received from the server; null: none yet
 */
public record RecordView(
    RecordKey key,
    Document data,
    Instant updatedAt,
    @Nullable Integer version,
    RecordStatus status,
    @Nullable Preview preview) {

  /** What a screen should show: the previewed merge where there is one, else the local state. */
  public Document shown() {
    return shown(data, preview);
  }

  static Document shown(Document data, @Nullable Preview expected) {
    return expected == null || expected.data() == null ? data : expected.data();
  }

  public JsonObject json() {
    return data.json();
  }
}
