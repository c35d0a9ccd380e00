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
 */
public record MergeResult(
    JsonObject merged, FieldTimes times, List<FieldOutcome> fields, boolean settled) {

  public MergeResult {
    fields = Collections.unmodifiableList(new ArrayList<>(fields));
  }
}
