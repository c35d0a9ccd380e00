package org.tidemark.media.store;

import java.io.IOException;

/** Bytes stopped coming; the store itself is fine. */
final class BodyBroken extends IOException {
  private static final long serialVersionUID = 1L;

  BodyBroken(IOException cause) {
    super("a body broke off", cause);
  }
}
