package org.tidemark.core.merge;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;

/** One field on all sides; null stands for absent, and the base may be not known at all. */
record Sides(boolean baseKnown, @Nullable Json base, @Nullable Json server, @Nullable Json client) {

  boolean serverChanged() {
    return !baseKnown || !Objects.equals(base, server);
  }

  boolean clientChanged() {
    return !baseKnown || !Objects.equals(base, client);
  }

  boolean agree() {
    return Objects.equals(server, client);
  }

  /** The member of this name, where all sides are objects or absent. */
  Sides member(String name) {
    return new Sides(baseKnown, member(base, name), member(server, name), member(client, name));
  }

  private static @Nullable Json member(@Nullable Json side, String name) {
    return side instanceof JsonObject object ? object.get(name) : null;
  }
}
