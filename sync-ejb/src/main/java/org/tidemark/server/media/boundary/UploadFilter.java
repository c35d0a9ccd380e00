package org.tidemark.server.media.boundary;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.MediaState;

/**
 * Which uploads are looked for; null: any.
 *
 * @param states at least one
 */
public record UploadFilter(Set<MediaState> states, @Nullable String space, @Nullable String user) {
  public UploadFilter {
    states = Set.copyOf(states);
  }

  /** In words that stand in the trail. */
  String described() {
    return "states "
        + states.stream().sorted().toList()
        + (space == null ? "" : ", space " + space)
        + (user == null ? "" : ", user " + user);
  }
}
