package org.tidemark.testkit.server;

import java.util.List;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.Rejection;

/** Failures of a whole request, coded as the real server codes them. */
final class Refusals {
  private static final int OK = 200;

  private Refusals() {}

  static TransportException clientIdTaken() {
    return refused(
        new Rejection(
            "CLIENT_ID_TAKEN",
            ErrorCategory.AUTH,
            false,
            "The client id belongs to another user.",
            List.of()));
  }

  static TransportException batchTooLarge(int size, int limit) {
    return invalid(
        "BATCH_TOO_LARGE", "/mutations", size + " mutations; the limit is " + limit + ".");
  }

  static TransportException invalid(String path, String problem) {
    return invalid("INVALID_REQUEST", path, problem);
  }

  static TransportException cursorInvalid() {
    return invalid("CURSOR_INVALID", "/cursor", "not a cursor of this server");
  }

  static TransportException cursorMismatch() {
    return invalid("CURSOR_MISMATCH", "/cursor", "made with another filter");
  }

  static TransportException cursorExpired() {
    return invalid("CURSOR_EXPIRED", "/cursor", "expired");
  }

  private static TransportException invalid(String code, String path, String problem) {
    return refused(
        new Rejection(
            code,
            ErrorCategory.VALIDATION,
            false,
            "The request is refused: " + problem,
            List.of(new FieldProblem(path, problem))));
  }

  private static TransportException refused(Rejection rejection) {
    return new TransportException(
        new TransportFailure.Refused(OK, new ErrorAnswer(rejection, null, "model")));
  }
}
