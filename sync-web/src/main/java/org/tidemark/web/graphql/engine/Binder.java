package org.tidemark.web.graphql.engine;

import org.jspecify.annotations.Nullable;

/**
 * Turns an input value into what a Java parameter takes. It takes values that graphql-java coerced
 * and values as they came as variables; of the latter only those that coercion would leave alone.
 */
@FunctionalInterface
interface Binder {
  @Nullable Object bind(@Nullable Object value) throws Unbindable;

  /** A value that needs coercion first, or is wrong. */
  final class Unbindable extends Exception {
    private static final long serialVersionUID = 1L;
    static final Unbindable INSTANCE = new Unbindable();

    private Unbindable() {
      super("needs coercion", null, false, false);
    }
  }
}
