package org.tidemark.server.space.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of spaces, by name.
 *
 * @param next the place to go on from; null: this is the last page
 */
public record SpacePage(List<SpaceLine> spaces, @Nullable String next) {
  public static final SpacePage EMPTY = new SpacePage(List.of(), null);

  public SpacePage {
    spaces = List.copyOf(spaces);
  }
}
