package org.tidemark.server.push.boundary;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.MutationDraft;

/**
 * A batch of mutations of one client.
 *
 * @param clientTime the client's clock when it sent this; null: taken as right
 * @param mutations as received, unchecked; their order is kept
 */
public record PushRequest(
    String clientId, @Nullable Instant clientTime, List<MutationDraft> mutations) {
  public PushRequest {
    mutations = List.copyOf(mutations);
  }
}
