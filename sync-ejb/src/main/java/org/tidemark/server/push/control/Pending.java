package org.tidemark.server.push.control;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.mutation.Fingerprint;
import org.tidemark.core.mutation.MutationDraft;
import org.tidemark.core.mutation.MutationReading;
import org.tidemark.core.record.MutationId;

/**
 * A mutation of a batch that waits for its answer.
 *
 * @param index its place in the batch
 * @param previous the earlier mutation that it names, or is taken to name
 */
public record Pending(
    int index,
    MutationDraft draft,
    Fingerprint fingerprint,
    MutationReading reading,
    @Nullable MutationId previous) {

  public String mutationId() {
    return String.valueOf(draft.clientMutationId());
  }

  /** The id of a mutation that has a usable one. */
  public MutationId checkedId() {
    return new MutationId(mutationId());
  }

  /** The data that the client sent, canonical; null where there is none that can be used. */
  public @Nullable Document sentData() {
    return draft.data().valueOrNull() instanceof JsonObject object ? Document.of(object) : null;
  }
}
