package org.tidemark.it.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.it.server.Http;

/** One run of the launcher in a process of its own. */
final class Run implements AutoCloseable {

  private static final int PATIENCE_S = 180;

  private final Path data;
  private final Process process;
  private final StringBuffer terminal = new StringBuffer();
  private final CountDownLatch readyOrEnded = new CountDownLatch(1);
  private final Thread reader;

  /** Starts the launcher. It takes the usual ports, or others. */
  Run(Path data) throws IOException {
    this.data = data;
    process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dsync.data=" + data,
                "org.tidemark.launcher.Launcher",
                Objects.requireNonNull(System.getProperty("sync.root"), "sync.root"))
            .redirectErrorStream(true)
            .start();
    reader = new Thread(this::read, "terminal");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        terminal.append(line).append('\n');
        if (line.startsWith("Ctrl-C")) {
          readyOrEnded.countDown();
        }
      }
    } catch (IOException ended) {
      terminal.append(ended);
    }
    readyOrEnded.countDown();
  }

  /** What the terminal shows when the server is ready or has failed. */
  String awaitTerminal() throws InterruptedException {
    if (!readyOrEnded.await(PATIENCE_S, TimeUnit.SECONDS)) {
      throw new AssertionError("neither ready nor ended: " + terminal);
    }
    return terminal.toString();
  }

  /**
   * Asks it to stop, as Ctrl-C does. By SIGTERM: a shell lets what it starts in the background
   * ignore Ctrl-C's SIGINT.
   */
  void stop() {
    process.destroy();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      throw new AssertionError("not ended: " + terminal);
    }
    reader.join();
    return process.exitValue();
  }

  /** The value of a variable of demo.env. */
  String variable(String name) throws IOException {
    return Files.readAllLines(data.resolve("demo.env")).stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  Http ana() throws IOException {
    return new Http(URI.create(variable("SYNC_URL")), variable("SYNC_TOKEN_ANA"));
  }

  /** The live processes that work on the data folder, other than the launcher. */
  List<String> servers() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(each -> each.pid() != process.pid())
          .map(each -> each.info().commandLine().orElse(""))
          .filter(line -> line.contains(data.toString()) && !line.contains("launcher.Launcher"))
          .map(line -> line.replaceFirst(" .*", ""))
          .collect(Collectors.toList());
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      stop();
      awaitEnd();
    }
  }
}
