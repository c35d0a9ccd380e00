package org.tidemark.server.review.boundary;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.Explanation;
import org.tidemark.server.conflict.boundary.ConflictView;

/**
 * A conflict with everything that a person needs who decides it.
 *
 * @param conflict with the sides as they are now
 * @param movedOn whether the record has changed since the conflict was found, so that the server's
 *     side is another one
 * @param why what the conflict's explanation says, so that it can be said in another language;
 *     null: what is stored was said by another version of the server, and is known as a text alone
 * @param user whose device it is
 * @param serverUser who wrote the server's side
 * @param receivedAt when the device's edit came in
 * @param clockAhead by how much the device's time of the edit was corrected: above zero where its
 *     clock was ahead
 * @param strategy of the type's policy, by which no decision could be made
 * @param policyVersion 0: no policy was set
 * @param successor the conflict that took this one's place; null: none did
 * @param settled what the decision made of the record; null: none was made, or it is not kept any
 *     more
 */
public record DeskView(
    ConflictView conflict,
    boolean movedOn,
    @Nullable Explanation why,
    String user,
    String serverUser,
    Instant receivedAt,
    Duration clockAhead,
    String strategy,
    int policyVersion,
    @Nullable String successor,
    @Nullable Settled settled) {}
