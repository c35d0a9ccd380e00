package org.tidemark.client.transport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The answers to a batch. */
public record PushAnswer(List<ItemAnswer> results, Instant serverTime) {

  public PushAnswer {
    results = Collections.unmodifiableList(new ArrayList<>(results));
  }
}
