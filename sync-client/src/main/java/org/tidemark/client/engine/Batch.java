package org.tidemark.client.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tidemark.client.replica.Queued;

/** What is sent in one request: edits, or one resolution. */
record Batch(List<Queued> mutations) {

  Batch {
    mutations = Collections.unmodifiableList(new ArrayList<>(mutations));
  }

  boolean isEmpty() {
    return mutations.isEmpty();
  }

  boolean isResolution() {
    return mutations.size() == 1 && mutations.get(0).isResolution();
  }

  int size() {
    return mutations.size();
  }
}
