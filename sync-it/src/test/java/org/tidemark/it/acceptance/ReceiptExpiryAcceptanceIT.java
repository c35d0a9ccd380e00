package org.tidemark.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.PGConnection;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;

/** BE-2.3 on a server of its own, whose receipts live for two seconds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptExpiryAcceptanceIT {

  private static final int PATIENCE_MS = 60_000;

  @SuppressWarnings("NullAway.Init")
  private TestServer server;

  @BeforeAll
  void start() {
    server = TestServer.start(Map.of("SYNC_RECEIPT_LIFE", "PT2S"));
    server.execute(
        "create function tell() returns trigger language plpgsql as 'begin notify receipts_removed; return null; end'");
    server.execute(
        "create trigger tell after delete on receipt for each row execute function tell()");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void deduplicationKeysAreCleanedUpAppropriately() throws SQLException {
    Device ana = server.device("ana");
    Edit withSequence = Edit.upsert("counter", "c", "{\"count\":5}").with("sequence", "7");
    Edit without = Edit.upsert("profile", "p", "{\"name\":\"a\"}");
    try (Connection connection = server.connection()) {
      connection.createStatement().execute("listen receipts_removed");
      Tree first = ana.push(withSequence);
      ana.push(without);
      assertThat(first.at("status").text()).isEqualTo("APPLIED");
      while (server.number("select count(*) from receipt") > 0) {
        assertThat(connection.unwrap(PGConnection.class).getNotifications(PATIENCE_MS))
            .as("receipts are removed within a minute")
            .isNotEmpty();
      }
    }

    assertThat(ana.push(withSequence).at("error", "code").text()).isEqualTo("MUTATION_EXPIRED");
    Tree again = ana.push(without);
    assertThat(again.at("status").text()).isEqualTo("APPLIED");
    assertThat(again.at("version").number())
        .as("the same write again is no new version")
        .isEqualTo(1);
    Tree next = ana.push(withSequence.named("later").with("sequence", "8").on(1));
    assertThat(next.at("status").text()).isEqualTo("APPLIED");
  }
}
