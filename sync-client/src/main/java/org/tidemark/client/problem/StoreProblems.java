package org.tidemark.client.problem;

import java.io.IOException;
import java.util.Locale;

/** The catalogue of what can go wrong with the local database. */
public final class StoreProblems {

  private StoreProblems() {}

  public static Problem inUse(String file) {
    return local(
        "DATABASE_IN_USE",
        "Another program has these data open. Close it, then try again.",
        "locked: " + file,
        Recovery.RETRY);
  }

  public static Problem newer(int found, int known) {
    return local(
        "DATABASE_NEWER",
        "These data were written by a newer version of this program. Update the program, or choose"
            + " another file; nothing was changed.",
        "schema " + found + ", known are up to " + known);
  }

  public static Problem corrupt(String detail) {
    return local(
        "DATABASE_CORRUPT",
        "The data file is damaged. Keep a copy of it for support, then start with a new file: what"
            + " was synced comes back from the server.",
        detail);
  }

  public static Problem foreign(String what) {
    return local(
        "DATABASE_OF_ANOTHER",
        "These data belong to another user or server. Choose another file; nothing was changed.",
        what);
  }

  /** The data are of the same user, and of a server with another address. */
  public static Problem otherServer(String known) {
    return local(
        "DATABASE_OF_ANOTHER",
        "These data are of the server "
            + known
            + ". Choose another file, or say that this server has moved; nothing was changed.",
        "of the server " + known);
  }

  public static Problem full(String detail) {
    return local(
        "DISK_FULL",
        "The disk is full, so this was not stored. Free some space, then do it again.",
        detail,
        Recovery.RETRY);
  }

  public static Problem unwritable(String detail) {
    return local(
        "DATABASE_UNWRITABLE",
        "The data file can't be written. Look at its folder's permissions and at the disk.",
        detail,
        Recovery.RETRY,
        Recovery.REPORT);
  }

  /** Why a file beside the data can't be written, as the system tells it. */
  public static Problem ofFile(IOException e) {
    String detail = String.valueOf(e);
    String said = detail.toLowerCase(Locale.ROOT);
    boolean full = said.contains("no space left") || said.contains("not enough space");
    return full || said.contains("quota exceeded") ? full(detail) : unwritable(detail);
  }

  public static Problem closed() {
    return local("CLOSED", "The data are closed.", "the client was closed");
  }

  private static Problem local(
      String code, String sentence, String detail, Recovery... recoveries) {
    return Problems.of(code, ErrorKind.SERVER, sentence, detail, recoveries);
  }
}
