package org.tidemark.client.upload;

import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Problem;

/**
 * What one run of the upload queue did.
 *
 * @param completed files that are on the server now
 * @param attached records that name their file now
 * @param waiting uploads that go on by themselves later
 * @param problem what ended it early; null: it came to its end
 */
public record UploadOutcome(int completed, int attached, int waiting, @Nullable Problem problem) {}
