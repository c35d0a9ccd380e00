package org.tidemark.core.detect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;

/** One side of a comparison; no version means never seen, no data means deleted. */
public record Side(Instant updatedAt, @Nullable Integer version, @Nullable Document data) {}
