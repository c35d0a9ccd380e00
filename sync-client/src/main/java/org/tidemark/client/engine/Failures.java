package org.tidemark.client.engine;

import org.tidemark.client.problem.ErrorKind;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.TransportFailure;

/** What a failed request means for people and for the queue. */
public final class Failures {

  private Failures() {}

  public static Problem problem(TransportFailure failure) {
    if (failure instanceof TransportFailure.NoAnswer none) {
      return Problems.noAnswer(none.detail());
    }
    if (failure instanceof TransportFailure.HalfAnswer half) {
      return Problems.halfAnswer(half.detail());
    }
    if (failure instanceof TransportFailure.HttpStatus status) {
      return Problems.status(status.status(), status.retryAfter(), status.detail());
    }
    TransportFailure.Refused refused = (TransportFailure.Refused) failure;
    return refused.status() == 401
        ? Problems.signIn(refused.error().code())
        : problem(refused.error());
  }

  static Problem problem(ErrorAnswer error) {
    return Problems.refused(error.rejection(), error.retryAfter(), error.correlationId());
  }

  /** Whether a request failed so that none may be made before a person has done something. */
  static boolean pausesAll(Problem problem) {
    return problem.kind() == ErrorKind.AUTH;
  }

  /** Whether the answer to a single mutation says that of all. */
  static boolean pauses(Problem problem) {
    return problem.code().equals("CLIENT_ID_TAKEN");
  }

  /** Whether the server's feed must be read from its beginning again. */
  static boolean startsAfresh(Problem problem) {
    return switch (problem.code()) {
      case "CURSOR_EXPIRED", "CURSOR_MISMATCH", "CURSOR_INVALID" -> true;
      default -> false;
    };
  }
}
