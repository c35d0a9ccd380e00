package org.tidemark.web.graphql.engine;

import org.jspecify.annotations.Nullable;

/** What a call gave or threw, kept so that its answer can be written once more without the call. */
record Outcome(@Nullable Object value, @Nullable Exception failure) {
  @Nullable Object get() throws Exception {
    if (failure != null) {
      throw failure;
    }
    return value;
  }
}
