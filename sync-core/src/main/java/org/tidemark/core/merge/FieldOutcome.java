package org.tidemark.core.merge;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;

/** How one changed field merged; a Java null stands for an absent field. */
public record FieldOutcome(
    String path,
    @Nullable Json base,
    @Nullable Json server,
    @Nullable Json client,
    @Nullable Json merged,
    @Nullable Trouble trouble) {

  public boolean settled() {
    return trouble == null;
  }
}
