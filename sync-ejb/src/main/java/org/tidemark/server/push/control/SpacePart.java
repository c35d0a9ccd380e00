package org.tidemark.server.push.control;

import java.util.List;
import org.tidemark.core.record.SpaceId;

/** The mutations of a batch that one transaction applies: those of one space, in their order. */
public record SpacePart(SpaceId space, List<Pending> mutations) {
  public SpacePart {
    mutations = List.copyOf(mutations);
  }
}
