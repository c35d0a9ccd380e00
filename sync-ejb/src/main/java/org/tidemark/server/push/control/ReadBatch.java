package org.tidemark.server.push.control;

import java.util.List;
import java.util.Map;

/**
 * A batch as read, before anything is looked up.
 *
 * @param refused mutations without a usable id, which nothing can be kept of
 * @param parts the others by space, each once
 * @param copies for each repeat of a mutation within the batch, by index, the index of the first
 */
public record ReadBatch(
    PushContext context,
    List<Outcome> refused,
    List<SpacePart> parts,
    Map<Integer, Integer> copies) {}
