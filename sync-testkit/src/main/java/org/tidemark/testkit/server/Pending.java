package org.tidemark.testkit.server;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.Fingerprint;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.MutationReading;
import org.tidemark.core.record.MutationId;

/**
 * A mutation of a batch that waits for its answer.
 *
 * @param index its place in the batch
 * @param previous the earlier mutation that it names, or is taken to name
 */
record Pending(
    int index,
    Mutation mutation,
    Fingerprint fingerprint,
    MutationReading reading,
    @Nullable MutationId previous) {}
