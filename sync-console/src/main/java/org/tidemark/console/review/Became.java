package org.tidemark.console.review;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.json.PrettyJson;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.server.review.boundary.Settled;

/**
 * What a settled conflict's record has become, for a person to look at.
 *
 * @param data as JSON; null: the record was deleted
 * @param text as people read it
 */
public record Became(int version, @Nullable String data, String text) implements Serializable {

  static @Nullable Became of(@Nullable Settled settled) {
    if (settled == null) {
      return null;
    }
    Document data = settled.data();
    return data == null
        ? new Became(settled.version(), null, "")
        : new Became(settled.version(), data.text(), PrettyJson.print(data.json()));
  }

  public boolean isDeleted() {
    return data == null;
  }

  /** The value of a field; null: the record does not have it. */
  @Nullable Json at(String path) {
    Json found = data == null ? null : Document.ofCanonical(data).json();
    for (String token : JsonPointer.parse(path).tokens()) {
      found = found instanceof JsonObject object ? object.get(token) : null;
    }
    return found;
  }
}
