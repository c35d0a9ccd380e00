package org.tidemark.client.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.Rejection;

/** The catalogue of failures: what each is called and what it says to people. */
public final class Problems {

  public static final String NO_SERVER = "NO_SERVER";

  private Problems() {}

  public static Problem noAnswer(String detail) {
    return retried(
        "NO_ANSWER",
        ErrorKind.NETWORK,
        "The server can't be reached. Your changes are safe on this device and go out later.",
        null,
        detail);
  }

  public static Problem halfAnswer(String detail) {
    return retried(
        "HALF_ANSWER",
        ErrorKind.NETWORK,
        "The connection broke off. Your changes are safe on this device and go out later.",
        null,
        detail);
  }

  /** A status without words of the contract: from a proxy, or a server in trouble. */
  public static Problem status(int status, @Nullable Duration retryAfter, String detail) {
    String technical = "HTTP " + status + (detail.isEmpty() ? "" : ": " + detail);
    if (status == 401) {
      return signIn(technical);
    }
    if (status >= 300 && status < 400) {
      return retried(
          "REDIRECTED",
          ErrorKind.NETWORK,
          "Something in between answers for the server. Perhaps this network wants a sign-in.",
          null,
          technical);
    }
    if (status >= 500 || status == 429 || status == 408) {
      return retried(
          status == 429 ? "BUSY" : "SERVER_ERROR",
          ErrorKind.SERVER,
          "The server is busy or in trouble. This is tried again by itself.",
          retryAfter,
          technical);
    }
    if (status == 403) {
      return retried(
          "HTTP_403",
          ErrorKind.NETWORK,
          "Something on the way to the server does not let this through. Your edits are kept and"
              + " go out later. If this stays, check the address, or try another network.",
          retryAfter,
          technical);
    }
    if (isOfTheRequest(status)) {
      return of(
          "HTTP_" + status,
          ErrorKind.SERVER,
          status == 413
              ? "This is too large for the server, or for something on the way to it."
              : "The server does not understand this request. A version may be wrong.",
          technical,
          Recovery.RETRY,
          Recovery.DISMISS,
          Recovery.REPORT);
    }
    return noServer("this address", retryAfter, technical);
  }

  /** Whether a status is of what was sent, whoever says it. */
  private static boolean isOfTheRequest(int status) {
    return switch (status) {
      case 400, 411, 413, 414, 415, 422, 431 -> true;
      default -> false;
    };
  }

  /** Something answers that is no sync server: the wrong address, or one that is still starting. */
  public static Problem noServer(String address, @Nullable Duration retryAfter, String detail) {
    return retried(
        NO_SERVER,
        ErrorKind.NETWORK,
        "There is no sync server at "
            + address
            + " right now; it may be starting. Your edits are kept and go out later. If this stays,"
            + " check the address.",
        retryAfter,
        detail);
  }

  /** The same failure of a whole request, which is no reason to give up a single change. */
  public static Problem ofAll(Problem problem) {
    Set<Recovery> recoveries = EnumSet.noneOf(Recovery.class);
    recoveries.addAll(problem.recoveries());
    recoveries.remove(Recovery.DISMISS);
    recoveries.remove(Recovery.EDIT);
    return problem.withRecoveries(recoveries);
  }

  /** The server asked for patience before this start of the program. */
  public static Problem patience(Instant until) {
    return retried(
        "BUSY",
        ErrorKind.SERVER,
        "The server is busy. This is tried again by itself.",
        null,
        "the server asked not to be asked before " + until);
  }

  public static Problem signIn(String detail) {
    return of(
        "SIGN_IN",
        ErrorKind.AUTH,
        "You are signed out. Sign in again, and your changes go out.",
        detail,
        Recovery.SIGN_IN,
        Recovery.REPORT);
  }

  /** A token that names somebody else than the one whose records these are. */
  public static Problem tokenOf(String other, String user) {
    return of(
        "SIGN_IN",
        ErrorKind.AUTH,
        "The token is of "
            + other
            + ", and these records are of "
            + user
            + ". Sign in as "
            + user
            + ", and your changes go out.",
        "the token is of " + other,
        Recovery.SIGN_IN,
        Recovery.REPORT);
  }

  /** An error in the server's own words. */
  public static Problem refused(
      Rejection rejection, @Nullable Duration retryAfter, String correlationId) {
    return new Problem(
        rejection.code(),
        kind(rejection.category()),
        sentence(rejection),
        rejection.retryable() ? retriedBySelf() : recoveries(rejection),
        rejection.retryable(),
        retryAfter,
        correlationId,
        rejection.message(),
        rejection.fields());
  }

  private static ErrorKind kind(ErrorCategory category) {
    return switch (category) {
      case VALIDATION -> ErrorKind.VALIDATION;
      case CONFLICT -> ErrorKind.CONFLICT;
      case AUTH -> ErrorKind.AUTH;
      case LIMIT, SERVER -> ErrorKind.SERVER;
    };
  }

  private static String sentence(Rejection rejection) {
    return switch (rejection.code()) {
      case "SPACE_FORBIDDEN" ->
          "You may not change things in this space. Ask its owner, then try again.";
      case "CLIENT_ID_TAKEN" ->
          "This device is known to the server as somebody else's. It needs a new name there.";
      case "MUTATION_EXPIRED" ->
          "This change waited so long that it may have been made already. Look at it before it is"
              + " sent again.";
      case "MUTATION_ID_REUSED" ->
          "This change was sent before with another content, perhaps before this device was put"
              + " back to a backup. Look at the record before it is sent again.";
      case "CONFLICT_CLOSED" -> "Somebody else has settled this conflict already.";
      case "RECORD_UNKNOWN" ->
          "The server does not know this record any more. It can be created there again.";
      case "DATA_TOO_LARGE" -> "This is too large for the server. Make it smaller.";
      default ->
          switch (rejection.category()) {
            case VALIDATION -> "The server does not accept this content. " + rejection.message();
            case CONFLICT -> "This can't be done any more. " + rejection.message();
            case AUTH -> "You may not do this. " + rejection.message();
            case LIMIT -> "The server is busy. This is tried again by itself.";
            case SERVER -> "The server is in trouble. This is tried again by itself.";
          };
    };
  }

  private static Set<Recovery> recoveries(Rejection rejection) {
    return switch (rejection.category()) {
      case VALIDATION ->
          EnumSet.of(Recovery.EDIT, Recovery.RETRY, Recovery.DISMISS, Recovery.REPORT);
      case CONFLICT -> EnumSet.of(Recovery.DISMISS, Recovery.REPORT);
      case AUTH -> EnumSet.of(Recovery.RETRY, Recovery.EXPORT, Recovery.DISMISS, Recovery.REPORT);
      case LIMIT, SERVER -> EnumSet.of(Recovery.RETRY, Recovery.DISMISS, Recovery.REPORT);
    };
  }

  /** The same failure, after which nothing is tried again by itself. */
  public static Problem exhausted(Problem last, int attempts) {
    return new Problem(
        last.code(),
        last.kind(),
        "This was tried " + attempts + " times without success. " + last.sentence(),
        EnumSet.of(Recovery.RETRY, Recovery.DISMISS, Recovery.REPORT),
        false,
        null,
        last.correlationId(),
        last.detail(),
        last.fields());
  }

  public static Problem spaceLost(String space) {
    return of(
        "SPACE_LOST",
        ErrorKind.AUTH,
        "You are no longer a member of this space. Your unsent changes are kept here to be copied.",
        "lost the space " + space,
        Recovery.EXPORT,
        Recovery.DISMISS,
        Recovery.REPORT);
  }

  public static Problem readOnly(String space) {
    return of(
        "READ_ONLY",
        ErrorKind.AUTH,
        "You may only read in the space " + space + ".",
        "role does not write in " + space);
  }

  public static Problem invalidInput(String what) {
    return of(
        "INVALID_INPUT",
        ErrorKind.VALIDATION,
        "This can't be stored: " + what + ".",
        what,
        Recovery.EDIT);
  }

  public static Problem unexpected(String detail) {
    return of(
        "CLIENT_DEFECT",
        ErrorKind.SERVER,
        "Something went wrong in this program. Your changes are safe on this device.",
        detail,
        Recovery.REPORT);
  }

  static Problem of(
      String code, ErrorKind kind, String sentence, String detail, Recovery... recoveries) {
    Set<Recovery> set = EnumSet.noneOf(Recovery.class);
    set.addAll(Arrays.asList(recoveries));
    List<FieldProblem> none = Collections.emptyList();
    return new Problem(code, kind, sentence, set, false, null, null, detail, none);
  }

  static Problem retried(
      String code, ErrorKind kind, String sentence, @Nullable Duration retryAfter, String detail) {
    List<FieldProblem> none = Collections.emptyList();
    return new Problem(code, kind, sentence, retriedBySelf(), true, retryAfter, null, detail, none);
  }

  private static Set<Recovery> retriedBySelf() {
    return EnumSet.of(Recovery.RETRY, Recovery.REPORT);
  }
}
