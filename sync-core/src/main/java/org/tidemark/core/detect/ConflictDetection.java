package org.tidemark.core.detect;

import java.util.Objects;

/** The four rules by which two diverged sides are compared; the first that fits counts. */
public final class ConflictDetection {

  private ConflictDetection() {}

  public static Detection detect(Side local, Side server) {
    int order = server.updatedAt().compareTo(local.updatedAt());
    if (order > 0) {
      return Detection.SERVER_NEWER;
    }
    if (order < 0) {
      return Detection.LOCAL_NEWER;
    }
    if (!Objects.equals(local.data(), server.data())) {
      return Detection.TIMESTAMP_CONFLICT;
    }
    return Objects.equals(local.version(), server.version())
        ? Detection.NONE
        : Detection.VERSION_CONFLICT;
  }
}
