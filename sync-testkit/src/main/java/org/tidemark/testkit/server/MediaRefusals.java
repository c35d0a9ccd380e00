package org.tidemark.testkit.server;

import java.io.IOException;
import java.util.List;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.client.transport.media.UploadPhase;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.record.SpaceId;

/** Failures of a request for media, coded as the real server codes them. */
final class MediaRefusals {
  private static final int BAD = 400;
  private static final int FORBIDDEN = 403;
  private static final int UNKNOWN = 404;
  private static final int CONFLICT = 409;
  private static final int REJECTED = 422;

  private MediaRefusals() {}

  static TransportException spaceForbidden(SpaceId space) {
    return refused(FORBIDDEN, Rejections.spaceForbidden(space));
  }

  static TransportException unknown() {
    return refused(UNKNOWN, "NOT_FOUND", ErrorCategory.VALIDATION, "The upload is not known.");
  }

  static TransportException keyReused() {
    return refused(
        CONFLICT,
        "IDEMPOTENCY_KEY_REUSED",
        ErrorCategory.CONFLICT,
        "The idempotency key was used for another upload before.");
  }

  static TransportException closed(UploadPhase phase) {
    return refused(
        CONFLICT,
        "UPLOAD_CLOSED",
        ErrorCategory.CONFLICT,
        "The upload takes no bytes any more: it is " + phase + ".");
  }

  static TransportException signatureInvalid() {
    return refused(
        FORBIDDEN,
        "SIGNATURE_INVALID",
        ErrorCategory.AUTH,
        "This server did not sign this URL for this request.");
  }

  static TransportException urlExpired() {
    return refused(FORBIDDEN, "URL_EXPIRED", ErrorCategory.AUTH, "The signed URL has expired.");
  }

  static TransportException lengthMismatch() {
    return refused(
        BAD,
        "LENGTH_MISMATCH",
        ErrorCategory.VALIDATION,
        "The body does not have the length that was agreed.");
  }

  static TransportException partsMismatch() {
    return refused(
        BAD,
        "PARTS_MISMATCH",
        ErrorCategory.VALIDATION,
        "The parts are not those that were received.");
  }

  static TransportException rejected(StoredUpload.MediaRefusal refusal) {
    return refused(REJECTED, refusal.code(), ErrorCategory.VALIDATION, refusal.message());
  }

  static TransportException brokenOff(IOException e) {
    return new TransportException(new TransportFailure.NoAnswer(String.valueOf(e)), e);
  }

  private static TransportException refused(
      int status, String code, ErrorCategory category, String message) {
    return refused(status, new Rejection(code, category, false, message, List.of()));
  }

  private static TransportException refused(int status, Rejection rejection) {
    return new TransportException(
        new TransportFailure.Refused(status, new ErrorAnswer(rejection, null, "model")));
  }
}
