package org.tidemark.server.failure;

import java.util.List;
import org.tidemark.core.media.MediaRejection;
import org.tidemark.core.media.MediaState;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.FieldProblem;

/** The catalogue of failures of a whole request. */
public final class Failures {
  private Failures() {}

  public static SyncException clientIdTaken(String clientId) {
    return auth(
        "CLIENT_ID_TAKEN",
        "The client id \"" + clientId + "\" belongs to another user. Use a client id of your own.");
  }

  public static SyncException spaceForbidden(String space) {
    return new SyncException(
        "SPACE_FORBIDDEN",
        ErrorCategory.AUTH,
        false,
        null,
        "You may not do this in the space \"" + space + "\".",
        List.of(new FieldProblem("/space", "is not yours to do this in")),
        null);
  }

  public static SyncException roleRequired(String role) {
    return auth("ROLE_REQUIRED", "This needs the role " + role + ".");
  }

  public static SyncException invalid(String path, String problem) {
    return invalid(List.of(new FieldProblem(path, problem)));
  }

  public static SyncException invalid(List<FieldProblem> problems) {
    return validation("INVALID_REQUEST", "The request is not valid: see fields.", problems);
  }

  public static SyncException batchTooLarge(int size, int limit) {
    String problem = size + " mutations; the limit is " + limit + ".";
    return validation(
        "BATCH_TOO_LARGE",
        "The batch is too large. Send it in smaller parts.",
        List.of(new FieldProblem("/mutations", problem)));
  }

  /** What a batch touches is too large to be read at once; each of its mutations alone is not. */
  public static SyncException batchTooHeavy(long bytes, long limitBytes) {
    String problem = "touches " + bytes + " bytes that are kept here; the limit is " + limitBytes;
    return validation(
        "BATCH_TOO_LARGE",
        "The batch touches too much. Send it in smaller parts.",
        List.of(new FieldProblem("/mutations", problem)));
  }

  public static SyncException cursorInvalid() {
    return validation(
        "CURSOR_INVALID",
        "The cursor was not made by this server. Start again without one.",
        List.of(new FieldProblem("/cursor", "not a cursor of this server")));
  }

  public static SyncException cursorMismatch() {
    return validation(
        "CURSOR_MISMATCH",
        "The cursor was made with another filter. Start again without one.",
        List.of(new FieldProblem("/cursor", "made with another filter")));
  }

  public static SyncException cursorExpired() {
    return validation(
        "CURSOR_EXPIRED",
        "The cursor is too old or the server was restored. Start afresh without one.",
        List.of(new FieldProblem("/cursor", "expired")));
  }

  public static SyncException unknown(String path, String what) {
    return validation(
        "NOT_FOUND",
        what + " was not found.",
        List.of(new FieldProblem(path, "names nothing that is here for the caller")));
  }

  /** A file that is not taken, now or later. */
  public static SyncException rejected(MediaRejection rejection) {
    return validation(rejection.code().name(), rejection.message(), rejection.fields());
  }

  public static SyncException partsMismatch(List<FieldProblem> problems) {
    return validation(
        "PARTS_MISMATCH",
        "The parts are not those that were received. Send what is missing, and complete again.",
        problems);
  }

  public static SyncException lengthMismatch(String problem) {
    return validation(
        "LENGTH_MISMATCH",
        "The body does not have the length that was agreed.",
        List.of(new FieldProblem("/size", problem)));
  }

  public static SyncException uploadClosed(MediaState state) {
    return conflict("UPLOAD_CLOSED", "The upload takes no bytes any more: it is " + state + ".");
  }

  /** Somebody else saved a version that the caller has not seen. */
  public static SyncException policyChanged(int newest) {
    return conflict(
        "POLICY_CHANGED",
        "The policy was changed meanwhile: its newest version is " + newest + ".");
  }

  public static SyncException idempotencyKeyReused() {
    return conflict(
        "IDEMPOTENCY_KEY_REUSED", "The idempotency key was used for another upload before.");
  }

  public static SyncException signatureInvalid() {
    return auth("SIGNATURE_INVALID", "This server did not sign this URL for this request.");
  }

  public static SyncException urlExpired() {
    return auth("URL_EXPIRED", "The signed URL has expired. Ask for a new one.");
  }

  public static SyncException mediaLost() {
    return validation(
        "MEDIA_LOST",
        "The file's bytes are lost. Upload the same file again to bring it back.",
        List.of());
  }

  public static SyncException tooManyUploads(int limit) {
    return new SyncException(
        "TOO_MANY_UPLOADS",
        ErrorCategory.LIMIT,
        true,
        10_000,
        "You have " + limit + " uploads under way. Complete or abort one, or try again later.",
        List.of(),
        null);
  }

  public static SyncException bulkEmpty() {
    return conflict("BULK_EMPTY", "None of these conflicts waits any more.");
  }

  public static SyncException bulkTooLarge(int limit) {
    return limit(
        "BULK_TOO_LARGE", "A bulk job settles at most " + limit + " conflicts. Filter further.");
  }

  public static SyncException bulkTooMany(int limit) {
    return limit(
        "BULK_TOO_MANY",
        "There are " + limit + " bulk jobs already that have not come to an end. End one of them.");
  }

  /** A job is no longer as the person saw it, who therefore has to look again. */
  public static SyncException bulkNotSo(String state) {
    return conflict("BULK_NOT_SO", "The job has changed meanwhile: it is " + state + ".");
  }

  public static SyncException tooManyComments(int limit) {
    return conflict("TOO_MANY_COMMENTS", "A conflict has at most " + limit + " comments.");
  }

  public static SyncException bodyTooSlow() {
    return new SyncException(
        "BODY_TOO_SLOW",
        ErrorCategory.LIMIT,
        true,
        null,
        "The body came too slowly. Send it again.",
        List.of(),
        null);
  }

  public static SyncException uploadBusy() {
    return new SyncException(
        "UPLOAD_BUSY",
        ErrorCategory.SERVER,
        true,
        1_000,
        "The upload is being completed. Ask again.",
        List.of(),
        null);
  }

  public static SyncException unavailable(Throwable cause) {
    return new SyncException(
        "SERVER_ERROR",
        ErrorCategory.SERVER,
        true,
        1000,
        "Something failed on the server. Try again: nothing is done twice.",
        List.of(),
        cause);
  }

  public static SyncException validation(String code, String message, List<FieldProblem> fields) {
    return new SyncException(code, ErrorCategory.VALIDATION, false, null, message, fields, null);
  }

  private static SyncException limit(String code, String message) {
    return new SyncException(code, ErrorCategory.LIMIT, false, null, message, List.of(), null);
  }

  private static SyncException conflict(String code, String message) {
    return new SyncException(code, ErrorCategory.CONFLICT, false, null, message, List.of(), null);
  }

  private static SyncException auth(String code, String message) {
    return new SyncException(code, ErrorCategory.AUTH, false, null, message, List.of(), null);
  }
}
