package org.tidemark.media.store;

import java.time.Instant;
import org.tidemark.core.media.ContentKey;

/** A file that a store has, and when it was published. */
public record StoredName(ContentKey key, Instant since) {}
