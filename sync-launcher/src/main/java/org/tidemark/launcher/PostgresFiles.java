package org.tidemark.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** What a PostgreSQL keeps in the data folder, and the process that an earlier run left on it. */
record PostgresFiles(DataFolder data) {

  private static final String FOLDER = "postgres";
  private static final String BINARIES = "binaries";
  private static final String PID = "postmaster.pid";
  private static final String PORT = "postgres.port";
  private static final String COMPLETE = "postgres.complete";
  private static final int FIRST_PORT = 15_432;
  private static final int SPREAD = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  Path folder() {
    return data.resolve(FOLDER);
  }

  /** Anybody may write there, so it is in a folder that nobody else may enter. */
  File binaries() {
    return data.resolve(BINARIES).resolve("postgres").toFile();
  }

  File log() {
    return data.log("postgresql.log").toFile();
  }

  /**
   * The port of the run before, if it is free. Servers that start at once on one machine differ.
   */
  int choosePort(Ports ports) {
    var remembered = Optional.ofNullable(data.remembered(PORT)).map(Integer::valueOf);
    var first = FIRST_PORT + Math.floorMod(folder().hashCode(), SPREAD);
    return remembered.filter(ports::isFree).orElseGet(() -> ports.next(first));
  }

  void rememberPort(int port) {
    data.remember(PORT, Integer.toString(port));
  }

  /** Whether a first start came to its end; one that was cut short has nothing to keep. */
  boolean isComplete() {
    return data.remembered(COMPLETE) != null;
  }

  void markComplete() {
    data.remember(COMPLETE, "");
  }

  void prepareFolder() throws IOException {
    if (!isComplete()) {
      PrivateFiles.delete(folder());
    }
    PrivateFiles.createFolder(folder());
    PrivateFiles.createFolder(data.resolve(BINARIES));
  }

  Optional<ProcessHandle> process() {
    return Optional.ofNullable(data.remembered(FOLDER + "/" + PID))
        .flatMap(text -> text.lines().findFirst())
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .map(Long::valueOf)
        .flatMap(pid -> Processes.find(pid, "postgres"));
  }

  void endProcess() {
    process().ifPresent(process -> Processes.stop(process, PATIENCE));
    var pid = folder().resolve(PID);
    try {
      // The id may meanwhile belong to a stranger, for whose sake PostgreSQL would not start.
      Files.deleteIfExists(pid);
    } catch (IOException undeletable) {
      throw new StartFailure("%s cannot be deleted.".formatted(pid), undeletable);
    }
  }
}
