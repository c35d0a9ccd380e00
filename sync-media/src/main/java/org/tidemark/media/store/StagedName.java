package org.tidemark.media.store;

import java.time.Instant;
import org.tidemark.core.media.UploadId;

/**
 * An upload that a store has bytes of.
 *
 * @param place where to go on listing
 * @param since when it was last touched
 */
public record StagedName(String place, UploadId upload, String handle, Instant since) {}
