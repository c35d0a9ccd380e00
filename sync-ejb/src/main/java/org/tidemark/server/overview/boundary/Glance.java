package org.tidemark.server.overview.boundary;

import java.util.List;
import java.util.Optional;

/**
 * The server at a glance.
 *
 * @param open the open conflicts of all types
 * @param types the open conflicts by type, those with most first; at most 100 types
 */
public record Glance(
    OpenConflicts open, List<OpenOfType> types, Optional<Oldest> oldest, SeenClients clients) {
  public Glance {
    types = List.copyOf(types);
  }
}
