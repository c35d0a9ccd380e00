package org.tidemark.server.media.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of media that nobody names, those first that go first.
 *
 * @param next the place to go on from; null: this is the last page
 */
public record OrphanPage(List<OrphanLine> orphans, @Nullable String next) {
  public static final OrphanPage EMPTY = new OrphanPage(List.of(), null);

  public OrphanPage {
    orphans = List.copyOf(orphans);
  }
}
