package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.SyncClient;
import org.tidemark.client.problem.ClientException;

/** One database, two programs: the second is refused, and takes over when the first was killed. */
@Timeout(120)
class SecondProcessIT {

  private static final String DATABASE = "notes.db";

  @Test
  void secondProcess_isRefused_whileTheFirstLives(@TempDir Path folder) throws IOException {
    Path database = folder.resolve(DATABASE);
    try (SyncClient first = SyncClient.open(AnotherProcess.settings(database))) {
      Process second = AnotherProcess.start(database, "{\"n\":1}");
      assertThat(said(second)).isEqualTo("DATABASE_IN_USE");
      second.destroyForcibly().onExit().join();
      first.collection("task").put("t", "{\"n\":2}");
      assertThat(first.collection("task").count()).isEqualTo(1);
    }
  }

  @Test
  void processKilled_afterAnEdit_leavesTheEditAndNoLock(@TempDir Path folder) throws IOException {
    Path database = folder.resolve(DATABASE);
    Process first = AnotherProcess.start(database, "{\"n\":1}");
    assertThat(said(first)).isEqualTo("STORED");
    assertThatThrownBy(() -> SyncClient.open(AnotherProcess.settings(database)).close())
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("Another program");
    first.destroyForcibly().onExit().join();

    try (SyncClient next = SyncClient.open(AnotherProcess.settings(database))) {
      assertThat(next.collection("task").get("t").orElseThrow().data()).hasToString("{\"n\":1}");
      assertThat(next.outbox().count()).isEqualTo(1);
    }
  }

  private static String said(Process process) throws IOException {
    BufferedReader lines = process.inputReader();
    return String.valueOf(lines.readLine());
  }
}
