package org.tidemark.client.transport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One page of changes; {@code spaces} names all that the user may see now. */
public record PullPage(
    List<Change> changes,
    List<ClosedConflict> resolvedConflicts,
    List<SpaceGrant> spaces,
    String cursor,
    boolean hasMore,
    Instant serverTime) {

  public PullPage {
    changes = Collections.unmodifiableList(new ArrayList<>(changes));
    resolvedConflicts = Collections.unmodifiableList(new ArrayList<>(resolvedConflicts));
    spaces = Collections.unmodifiableList(new ArrayList<>(spaces));
  }
}
