package org.tidemark.console.review;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.difference.Difference;
import org.tidemark.console.difference.Differences;
import org.tidemark.console.json.PrettyJson;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.resolve.Resolution;

/**
 * What is about to be decided, for a person to look at.
 *
 * @param outcome what the record becomes, as JSON; null: it is deleted
 * @param revives whether the server has deleted the record, which comes back
 * @param text the outcome as people read it
 * @param changes what becomes of what the server has
 */
public record Preview(
    Resolution resolution,
    @Nullable String outcome,
    boolean revives,
    String text,
    List<Difference> changes)
    implements Serializable {

  static Preview of(Resolution resolution, @Nullable String server, @Nullable String outcome) {
    JsonObject after = json(outcome);
    return new Preview(
        resolution,
        outcome,
        server == null && outcome != null,
        after == null ? "" : PrettyJson.print(after),
        Differences.between(json(server), after));
  }

  private static @Nullable JsonObject json(@Nullable String text) {
    return text == null ? null : Document.ofCanonical(text).json();
  }
}
