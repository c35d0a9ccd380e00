package org.tidemark.client.transfer;

import org.tidemark.client.transport.TransportFailure;

/** What a failed request means for an upload. */
public enum Setback {
  /** Nobody is signed in: all uploads rest. */
  PAUSE_ALL,
  /** It is tried again later. */
  RETRY,
  /** The server does not know the upload any more: begin anew from the copy. */
  RESTART,
  /** The server will never take this file. */
  REFUSE,
  /** A person must look at it. */
  PARK;

  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NO_METHOD = 405;
  private static final int TIMED_OUT = 408;
  private static final int CONFLICT = 409;
  private static final int GONE = 410;
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_MANY = 429;

  /**
   * What it means at the control plane.
   *
   * @param known whether the request named an upload of the server's
   */
  public static Setback of(TransportFailure failure, boolean known) {
    if (failure instanceof TransportFailure.Refused refused) {
      return of(refused, known);
    }
    return failure instanceof TransportFailure.HttpStatus plain
        ? ofPlain(plain.status(), known)
        : RETRY;
  }

  /**
   * Without the server's own words a status may be of something in between, or of a server that
   * does not have its application yet: it tells nothing of the upload or the file.
   */
  private static Setback ofPlain(int status, boolean known) {
    return switch (status) {
      case FORBIDDEN, NOT_FOUND, NO_METHOD, GONE -> RETRY;
      default ->
          switch (of(status, known)) {
            case RESTART, RETRY -> RETRY;
            case REFUSE, PARK -> PARK;
            case PAUSE_ALL -> PAUSE_ALL;
          };
    };
  }

  private static Setback of(TransportFailure.Refused refused, boolean known) {
    if (refused.error().retryable()) {
      return RETRY;
    }
    return switch (refused.error().code()) {
      // What the server has tells which part to send again.
      case "PARTS_MISMATCH" -> RETRY;
      // The next pull tells which spaces are lost; what is in one waits for it to come back.
      case "SPACE_FORBIDDEN" -> RETRY;
      // Somebody may make room.
      case "QUOTA_EXCEEDED" -> PARK;
      default -> of(refused.status(), known);
    };
  }

  private static Setback of(int status, boolean known) {
    return switch (status) {
      case UNAUTHORISED -> PAUSE_ALL;
      case NOT_FOUND, GONE -> known ? RESTART : PARK;
      // It stands otherwise than we think: to look at it tells more. A used key needs another.
      case CONFLICT -> known ? RETRY : RESTART;
      case TIMED_OUT, TOO_MANY -> RETRY;
      case UNPROCESSABLE -> REFUSE;
      default -> status >= 400 && status < 500 ? PARK : RETRY;
    };
  }

  /** Whether an address was refused, as one is that has expired. */
  public static boolean isStale(TransportFailure failure) {
    int status =
        failure instanceof TransportFailure.Refused refused
            ? refused.status()
            : failure instanceof TransportFailure.HttpStatus plain ? plain.status() : 0;
    return status == UNAUTHORISED || status == FORBIDDEN;
  }
}
