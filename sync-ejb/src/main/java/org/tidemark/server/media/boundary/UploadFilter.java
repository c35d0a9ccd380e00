package org.tidemark.server.media.boundary;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.MediaState;

/**
 * Which uploads are looked for; null: any.
 *
 * @param states at least one
 */
public record UploadFilter(Set<MediaState> states, @Nullable String space, @Nullable String user) {
  /** The states that an upload can be in. */
  public static final List<MediaState> STATES =
      List.of(
          MediaState.CREATED,
          MediaState.UPLOADING,
          MediaState.COMPLETING,
          MediaState.READY,
          MediaState.ABORTED,
          MediaState.EXPIRED,
          MediaState.REJECTED);

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
