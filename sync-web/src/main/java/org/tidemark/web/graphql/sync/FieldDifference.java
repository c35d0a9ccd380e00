package org.tidemark.web.graphql.sync;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.Json;

/** One field on which two sides differ. */
@Type("FieldConflict")
public record FieldDifference(
    @NonNull String path,
    @Nullable Json base,
    @Nullable Json server,
    @Nullable Json client,
    @Nullable Json suggested,
    @Description("Whether a rule settled it.") @NonNull Boolean settled) {
  static FieldDifference of(FieldConflict field) {
    return new FieldDifference(
        field.path(),
        field.base(),
        field.server(),
        field.client(),
        field.suggested(),
        field.settled());
  }
}
