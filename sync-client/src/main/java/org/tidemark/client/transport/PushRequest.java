package org.tidemark.client.transport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.record.ClientId;

/** A batch of mutations, with the client's raw time when it is sent. */
public record PushRequest(ClientId clientId, Instant clientTime, List<Mutation> mutations) {

  public PushRequest {
    mutations = Collections.unmodifiableList(new ArrayList<>(mutations));
  }
}
