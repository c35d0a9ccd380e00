package org.tidemark.it.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.tidemark.it.server.Tree;

/** Somebody's terminal: a folder, variables, and the program's jar as a process of its own. */
public record Shell(Path folder, Map<String, String> variables) {

  private static final int PATIENCE_SECONDS = 60;

  /** What a call gave. */
  public record Result(int code, String out, String err) {

    public Tree json() {
      return Tree.parse(out);
    }

    /** This result, of a call that went well. */
    public Result good() {
      assertThat(code).as("%s%s", out, err).isZero();
      return this;
    }
  }

  public Result run(String... arguments) {
    try {
      Path out = Files.createTempFile(folder, "out", ".txt");
      Path err = Files.createTempFile(folder, "err", ".txt");
      Process process =
          builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      try {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
            .as("ended: %s", List.of(arguments))
            .isTrue();
      } finally {
        process.destroyForcibly();
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Starts a call that goes on; its answers go to a file. */
  public Process start(Path out, String... arguments) throws IOException {
    return builder(arguments).redirectErrorStream(true).redirectOutput(out.toFile()).start();
  }

  private ProcessBuilder builder(String... arguments) {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("sync.root"), "sync.root"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString(), "-jar"));
    command.add(root.resolve("sync-cli/target/sync-cli.jar").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectInput(new File("/dev/null"));
    builder.environment().keySet().removeIf(name -> name.startsWith("SYNC_"));
    builder.environment().putAll(variables);
    return builder;
  }
}
