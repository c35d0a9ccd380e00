package org.tidemark.client.engine;

import java.net.URI;
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
    if (failure instanceof TransportFailure.OtherProtocol other) {
      return Problems.noServer("this address", null, other.detail());
    }
    if (failure instanceof TransportFailure.HalfAnswer half) {
      return Problems.halfAnswer(half.detail());
    }
    if (failure instanceof TransportFailure.HttpStatus status) {
      return Problems.status(status.status(), status.retryAfter(), status.detail())
          .withCorrelationId(status.correlationId());
    }
    TransportFailure.Refused refused = (TransportFailure.Refused) failure;
    return refused.status() == 401
        ? Problems.signIn(refused.error().code()).withCorrelationId(refused.error().correlationId())
        : problem(refused.error());
  }

  /** The same of a whole request to the server: it names the address, and no single change. */
  static Problem problem(TransportFailure failure, URI server) {
    Problem problem = Problems.ofAll(problem(failure));
    return problem.code().equals(Problems.NO_SERVER)
        ? Problems.noServer(shown(server), problem.retryAfter(), problem.detail())
            .withCorrelationId(problem.correlationId())
        : problem;
  }

  /** An address without what it may hide. */
  private static String shown(URI server) {
    int port = server.getPort();
    return server.getScheme()
        + "://"
        + server.getHost()
        + (port < 0 ? "" : ":" + port)
        + server.getPath();
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

  /**
   * Whether something else answered in the server's place. That says nothing of what was sent,
   * however often it comes.
   */
  public static boolean isOfTheWay(Problem problem) {
    return problem.code().equals(Problems.NO_SERVER) || problem.code().equals("HTTP_403");
  }

  /** Whether the server's feed must be read from its beginning again. */
  static boolean startsAfresh(Problem problem) {
    return switch (problem.code()) {
      case "CURSOR_EXPIRED", "CURSOR_MISMATCH", "CURSOR_INVALID" -> true;
      default -> false;
    };
  }
}
