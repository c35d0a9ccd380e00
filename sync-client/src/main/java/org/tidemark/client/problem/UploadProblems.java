package org.tidemark.client.problem;

import java.util.EnumSet;

/** The catalogue of what can go wrong with a file. */
public final class UploadProblems {

  private UploadProblems() {}

  public static Problem missing(String file) {
    return ofFile("FILE_MISSING", "There is no such file: " + file + ".", file);
  }

  public static Problem unreadable(String file, String detail) {
    return ofFile("FILE_UNREADABLE", "The file can't be read: " + file + ".", detail);
  }

  public static Problem noFile(String file) {
    return ofFile("FILE_UNREADABLE", "The file can't be read: " + file + " is not a file.", file);
  }

  public static Problem empty(String file) {
    return ofFile("FILE_EMPTY", "The file is empty: " + file + ".", file);
  }

  public static Problem tooLarge(long bytes, long most) {
    return ofFile(
        "FILE_TOO_LARGE",
        "The file has " + bytes + " bytes, and at most " + most + " can be sent.",
        bytes + " bytes");
  }

  public static Problem badField(String field, String why) {
    return ofFile("INVALID_INPUT", "The field " + field + " " + why + ".", field);
  }

  public static Problem noRecord(String record) {
    return ofFile("RECORD_MISSING", "There is no such record here: " + record + ".", record);
  }

  public static Problem queueFull(int most) {
    return local(
        "UPLOADS_FULL",
        "There are " + most + " uploads already. Dismiss some, or wait until they are done.",
        "at most " + most + " uploads");
  }

  public static Problem spaceFull(long most) {
    return local(
        "UPLOADS_FULL",
        "The files that wait to be sent would take more than "
            + most
            + " bytes of this device. Wait until some are done.",
        "at most " + most + " bytes of copies");
  }

  /** The copy is gone from the client's own folder. */
  public static Problem copyLost(String detail) {
    return local(
        "COPY_LOST",
        "This program's copy of the file is gone. Add the file again.",
        detail,
        Recovery.DISMISS,
        Recovery.REPORT);
  }

  public static Problem inConflict() {
    return Problems.of(
        "RECORD_IN_CONFLICT",
        ErrorKind.CONFLICT,
        "The file is on the server. Its record has a conflict: settle that, and the file is added.",
        "an open conflict of the record",
        Recovery.RESOLVE);
  }

  public static Problem recordGone() {
    return Problems.of(
        "RECORD_GONE",
        ErrorKind.CONFLICT,
        "The file is on the server, but its record was deleted. Bring the record back and try"
            + " again, or dismiss the file.",
        "the record has no local state",
        Recovery.RETRY,
        Recovery.DISMISS,
        Recovery.REPORT);
  }

  public static Problem noRoom(String field) {
    return Problems.of(
        "FIELD_TAKEN",
        ErrorKind.VALIDATION,
        "The record has something else where " + field + " should be, so the file was not added.",
        field + " leads through a value that is no object",
        Recovery.EDIT,
        Recovery.RETRY,
        Recovery.DISMISS);
  }

  public static Problem recordFull(int most) {
    return Problems.of(
        "RECORD_TOO_LARGE",
        ErrorKind.VALIDATION,
        "With this file's address the record would be too large.",
        "at most " + most + " bytes",
        Recovery.EDIT,
        Recovery.RETRY,
        Recovery.DISMISS);
  }

  /** The server has given the upload up; the file goes out from its beginning. */
  public static Problem begunAnew(String why) {
    return Problems.retried(
        "UPLOAD_BEGUN_ANEW",
        ErrorKind.SERVER,
        "The server has given up this upload. It is sent again from its beginning.",
        null,
        why);
  }

  /** A fresh address was refused too. */
  public static Problem addressRefused(String detail) {
    return Problems.retried(
        "ADDRESS_REFUSED",
        ErrorKind.SERVER,
        "The server did not let the file in. This is tried again by itself.",
        null,
        detail);
  }

  /** What the server wants is not what the contract says. */
  public static Problem badTicket(String detail) {
    return Problems.of(
        "UPLOAD_UNFIT",
        ErrorKind.SERVER,
        "The server can't take this file as it is cut. A version may be wrong.",
        detail,
        Recovery.RETRY,
        Recovery.DISMISS,
        Recovery.REPORT);
  }

  /** The same failure, for good: the file as it is will never be taken. */
  public static Problem refused(Problem last) {
    return new Problem(
        last.code(),
        ErrorKind.VALIDATION,
        whyRefused(last),
        EnumSet.of(Recovery.DISMISS, Recovery.REPORT),
        false,
        null,
        last.correlationId(),
        last.detail(),
        last.fields());
  }

  private static String whyRefused(Problem last) {
    return switch (last.code()) {
      case "TYPE_MISMATCH" ->
          "The file is not what its name says, so the server does not take it. Choose another one,"
              + " or save it anew with the program that made it.";
      case "IMAGE_UNREADABLE" ->
          "The picture can't be read: the file is damaged, or cut off. Choose another one.";
      default -> "The server does not take this file. " + last.detail();
    };
  }

  private static Problem ofFile(String code, String sentence, String detail) {
    return Problems.of(code, ErrorKind.VALIDATION, sentence, detail, Recovery.EDIT);
  }

  private static Problem local(
      String code, String sentence, String detail, Recovery... recoveries) {
    return Problems.of(code, ErrorKind.SERVER, sentence, detail, recoveries);
  }
}
