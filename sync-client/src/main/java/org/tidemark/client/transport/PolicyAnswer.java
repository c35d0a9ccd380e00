package org.tidemark.client.transport;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.SpaceId;

/** A merge policy in force; no spaces means everywhere. */
public record PolicyAnswer(MergePolicy policy, SortedSet<SpaceId> spaces) {

  public PolicyAnswer {
    spaces = Collections.unmodifiableSortedSet(new TreeSet<>(spaces));
  }
}
