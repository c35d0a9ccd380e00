package org.tidemark.server.conflict.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of conflicts, oldest first; {@code total} counts all that the filter matches. */
public record ConflictPage(List<ConflictView> items, int total, @Nullable String endCursor) {
  public ConflictPage {
    items = List.copyOf(items);
  }
}
