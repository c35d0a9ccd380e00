package org.tidemark.server.push.control;

import java.util.List;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.Rejection;

/** Refusals for the server's own failures: nothing was written, the same may be sent again. */
public final class Unserved {
  private Unserved() {}

  public static Rejection failed() {
    return new Rejection(
        "SERVER_ERROR",
        ErrorCategory.SERVER,
        true,
        "Something failed on the server. This edit was not applied; send it again.",
        List.of());
  }

  public static Rejection waitsForAnother() {
    return new Rejection(
        "EARLIER_EDIT_FAILED",
        ErrorCategory.SERVER,
        true,
        "An earlier edit of the same record could not be applied yet. Send both again.",
        List.of());
  }
}
