package org.tidemark.launcher;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** PostgreSQL refuses to run as root, so root needs user namespaces to run it as somebody else. */
final class Rootless {

  private Rootless() {}

  static void check() {
    if (isLinux() && isRoot() && !canLeaveRoot()) {
      throw new StartFailure(
          "PostgreSQL does not run as root, and user namespaces are forbidden here. "
              + "Run this as an ordinary user, or name a PostgreSQL of your own by "
              + "SYNC_DB_URL, SYNC_DB_USER and SYNC_DB_PASSWORD.");
    }
  }

  private static boolean isLinux() {
    return System.getProperty("os.name", "").equals("Linux");
  }

  private static boolean isRoot() {
    return System.getProperty("user.name", "").equals("root");
  }

  private static boolean canLeaveRoot() {
    try {
      var unshare =
          new ProcessBuilder("unshare", "-U", "true")
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
      return unshare.waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
