package org.tidemark.it.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;

/** What somebody who runs the demo relies on, from its first start to its end. */
class RunIT {

  private static final Edit EDIT =
      Edit.upsert("invoice", "bill-1", "{\"amount\":100}").in("demo").named("first");

  @Test
  void run_killedAndRunAgain_keepsDataAndLeavesNothingBehind(@TempDir Path temporary)
      throws Exception {
    Path data = temporary.resolve("my data");
    String token;
    try (Run first = new Run(data)) {
      assertThat(first.awaitTerminal())
          .contains(first.variable("SYNC_URL") + "/graphql", first.variable("SYNC_HEALTH_URL"));
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("demo.env"))))
          .isEqualTo("rw-------");
      assertThat(new Http(URI.create(first.variable("SYNC_HEALTH_URL")), "").get("").status())
          .isEqualTo(200);
      token = first.variable("SYNC_TOKEN_ANA");
      assertThat(new Device(first.ana(), "phone").push(EDIT).at("version").number()).isEqualTo(1);
      first.kill();
      assertThat(first.servers()).as("what outlives a launcher that was killed").isNotEmpty();
    }

    try (Run second = new Run(data)) {
      assertThat(second.awaitTerminal()).contains("Tidemark is ready.");
      assertThat(second.variable("SYNC_TOKEN_ANA")).isEqualTo(token);
      Device phone = new Device(second.ana(), "phone");
      assertThat(phone.pull().at("changes").texts("id")).containsExactly("bill-1");
      assertThat(phone.push(EDIT).at("version").number()).isEqualTo(1);

      try (Run third = new Run(data)) {
        assertThat(third.awaitTerminal()).contains("is in use by another run");
        assertThat(third.awaitEnd()).isEqualTo(1);
      }
      assertThat(phone.push(EDIT).at("version").number()).isEqualTo(1);

      second.stop();
      second.awaitEnd();
      assertThat(second.awaitTerminal()).endsWith("Stopped.\n");
      assertThat(second.servers()).isEmpty();
    }
  }
}
