package org.tidemark.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.problem.ClientException;

/** Who may have a database, seen from another process too. */
@Timeout(60)
class FileLockTest {

  /** Another process: tries to take the lock, and says how that went. */
  static final class Other {

    private Other() {}

    public static void main(String[] args) {
      try (FileLock lock = FileLock.take(Path.of(args[0]))) {
        System.out.print(lock == null ? "" : "TAKEN");
      } catch (ClientException e) {
        System.out.print(e.problem().code());
      }
    }
  }

  private static String anotherProcess(Path database) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                database.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void take_refusedInTheSameProcess_leavesTheLockWithItsHolder(@TempDir Path folder)
      throws IOException {
    Path database = folder.resolve("client.db");
    try (FileLock held = FileLock.take(database)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> FileLock.take(database).close()).isInstanceOf(ClientException.class);
      assertThat(anotherProcess(database)).isEqualTo("DATABASE_IN_USE");
    }
    assertThat(anotherProcess(database)).isEqualTo("TAKEN");
    FileLock.take(database).close();
  }

  @Test
  void take_byAnotherNameOfTheFolder_isRefused(@TempDir Path folder) throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    try (FileLock held = FileLock.take(real.resolve("client.db"))) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> FileLock.take(link.resolve("client.db")).close())
          .isInstanceOf(ClientException.class);
      assertThat(anotherProcess(real.resolve("client.db"))).isEqualTo("DATABASE_IN_USE");
    }
  }
}
