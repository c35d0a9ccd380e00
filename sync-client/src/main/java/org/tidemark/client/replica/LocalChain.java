package org.tidemark.client.replica;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.MutationId;

/**
 * The edits of a record that are not settled with the server, as one.
 *
 * <p>A pulled state never changes any of this: taken as base it would pass as a direct successor,
 * and overwrite in silence what the person never saw.
 *
 * @param data the local state; null: deleted
 * @param baseVersion the version that the next mutation of the chain names
 * @param claim what the server takes as base of what is not answered yet; for previews
 * @param base the data of that base; null: there was none
 * @param tail the last mutation of the chain that has left the outbox; the next one builds on it
 */
public record LocalChain(
    @Nullable Document data,
    Instant editedAt,
    @Nullable Integer baseVersion,
    BaseClaim claim,
    @Nullable Document base,
    @Nullable MutationId tail) {

  LocalChain withData(@Nullable Document next, Instant at) {
    return new LocalChain(next, at, baseVersion, claim, base, tail);
  }
}
