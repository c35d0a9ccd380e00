package org.tidemark.server.space.control;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a client once its row is locked, and what its user may do in one space.
 *
 * @param expiredSequence the highest sequence whose receipt was removed for age
 * @param role the user's role in the space; null: none
 * @param policyEpoch rises at every change of a merge policy
 */
public record ClientLock(
    String user, @Nullable Long expiredSequence, @Nullable SpaceRole role, long policyEpoch) {}
