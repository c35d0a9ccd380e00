package org.tidemark.server.conflict.control;

import org.tidemark.core.decide.DecisionInput;

/**
 * An open conflict in the eyes of a push by its client.
 *
 * @param inputs what it was decided from
 * @param reopened whether it was settled once, so that its client may have taken it for closed
 */
public record OpenConflict(DecisionInput inputs, boolean reopened) {}
