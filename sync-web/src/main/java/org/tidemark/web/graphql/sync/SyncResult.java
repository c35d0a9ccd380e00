package org.tidemark.web.graphql.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.tidemark.server.push.boundary.PushAnswer;

/** The answers to a batch, in its order. */
@Type("SyncResult")
public record SyncResult(
    @NonNull List<@NonNull SyncResultItem> results, @NonNull Instant serverTime) {
  static SyncResult of(PushAnswer answer) {
    List<SyncResultItem> results = new ArrayList<>(answer.results().size());
    answer.results().forEach(item -> results.add(SyncResultItem.of(item)));
    return new SyncResult(results, answer.serverTime());
  }
}
