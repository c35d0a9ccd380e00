package org.tidemark.server.media.boundary;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tidemark.core.media.MediaState;

/**
 * Uploads and media at a glance.
 *
 * @param uploads how many there are in each state, those that ended as long as they are remembered
 * @param storedBytes of all media, each content of a space once
 * @param stagedBytes that uploads under way have announced
 * @param quotaBytes that a space may have
 * @param fullest the spaces that have most, at most 20
 */
public record MediaGlance(
    Map<MediaState, Tallied> uploads,
    Tallied orphans,
    long storedBytes,
    long stagedBytes,
    long quotaBytes,
    List<Usage> fullest) {
  public MediaGlance {
    uploads = Collections.unmodifiableMap(new EnumMap<>(uploads));
    fullest = List.copyOf(fullest);
  }

  /**
   * A number counted up to a bound, and the bytes of those.
   *
   * @param isMore whether there are more than were counted
   */
  public record Tallied(int number, boolean isMore, long bytes) {}

  /** What the media of a space take up. */
  public record Usage(String space, long storedBytes, long stagedBytes) {}
}
