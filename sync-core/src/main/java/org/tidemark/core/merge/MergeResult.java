package org.tidemark.core.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.record.FieldTimes;

/**
 * A merged object, the times of its fields, and how each changed field merged.
 *
 * <p>Where a field is not settled the newer side stands in, so an unsettled result is a suggestion.
 * {@code serverStands} tells whether some change of the server's side is newer than the client's
 * and so still stands, even one that by chance says what the client says.
 */
public record MergeResult(
    JsonObject merged,
    FieldTimes times,
    List<FieldOutcome> fields,
    boolean settled,
    boolean serverStands) {

  public MergeResult {
    fields = Collections.unmodifiableList(new ArrayList<>(fields));
  }
}
