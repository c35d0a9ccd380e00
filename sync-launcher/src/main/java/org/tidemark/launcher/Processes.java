package org.tidemark.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Ends processes and waits until they are gone. */
final class Processes {

  private static final Duration GRACE = Duration.ofSeconds(10);

  private Processes() {}

  /** A live process that an earlier run left behind, if the id still belongs to that program. */
  static Optional<ProcessHandle> find(long pid, String program) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            process -> process.info().command().filter(path -> path.contains(program)).isPresent());
  }

  /** SIGKILL for the process and all it has started: a loss of power, as far as files can tell. */
  static void kill(ProcessHandle process) {
    var all = Stream.concat(Stream.of(process), process.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> isGone(each, GRACE));
  }

  /** Asks first, and kills only what does not go. */
  static void stop(ProcessHandle process, Duration patience) {
    process.destroy();
    if (!isGone(process, patience)) {
      kill(process);
    }
  }

  private static boolean isGone(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException stillThere) {
      return false;
    }
  }
}
