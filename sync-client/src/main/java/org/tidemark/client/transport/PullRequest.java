package org.tidemark.client.transport;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.EntityType;

/** Asks for the changes after a cursor; no types means all of them. */
public record PullRequest(
    ClientId clientId, @Nullable String cursor, int limit, SortedSet<EntityType> types) {

  public PullRequest {
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
  }
}
