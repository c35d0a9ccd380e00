package org.tidemark.web.graphql.conflict;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A page of conflicts, oldest first. */
@Type("ConflictPage")
public record ConflictPage(
    @NonNull List<@NonNull ConflictEntry> items,
    @NonNull Integer total,
    @Nullable String endCursor) {
  static ConflictPage of(org.tidemark.server.conflict.boundary.ConflictPage page) {
    return new ConflictPage(
        page.items().stream().map(ConflictEntry::of).toList(), page.total(), page.endCursor());
  }
}
