package org.tidemark.core.decide;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;

/** One changed field of a conflict on all sides; a Java null stands for an absent field. */
public record FieldConflict(
    String path,
    @Nullable Json base,
    @Nullable Json server,
    @Nullable Json client,
    @Nullable Json suggested,
    boolean settled) {}
