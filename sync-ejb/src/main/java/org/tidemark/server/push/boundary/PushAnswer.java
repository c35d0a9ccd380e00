package org.tidemark.server.push.boundary;

import java.time.Instant;
import java.util.List;
import org.tidemark.server.receipt.boundary.ItemAnswer;

/** One answer for each mutation, in the order of the request. */
public record PushAnswer(List<ItemAnswer> results, Instant serverTime) {
  public PushAnswer {
    results = List.copyOf(results);
  }
}
