package org.tidemark.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a starting WildFly has written so far in this run. */
record BootLog(Path file) {

  private static final String STARTED = "WFLYSRV0025";
  private static final String STARTED_WITH_ERRORS = "WFLYSRV0026";
  private static final String PORT_TAKEN = "java.net.BindException";

  /** Whether this server, and none that happens to listen on its ports, has come up. */
  boolean isStarted() {
    return contains(STARTED);
  }

  boolean isBroken() {
    return contains(STARTED_WITH_ERRORS);
  }

  boolean isPortTaken() {
    return contains(PORT_TAKEN);
  }

  private boolean contains(String text) {
    try {
      // Latin-1, as the last character may be half written.
      return Files.exists(file)
          && Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException unreadable) {
      throw new StartFailure("%s cannot be read.".formatted(file), unreadable);
    }
  }
}
