package org.tidemark.browser;

import org.jspecify.annotations.Nullable;

/** There is no browser here, and none could be fetched; says how to install one. */
public final class NoBrowser extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoBrowser(String why, @Nullable Throwable cause) {
    super(
        """
        These tests need Chromium, and %s. Install one with
            apt-get install -y chromium-headless-shell
        or name one: -Dtidemark.chromium=/path/to/chromium (or the variable TIDEMARK_CHROMIUM).\
        """
            .formatted(why),
        cause);
  }
}
