package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.it.client.ProxiedRequest.Kind;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** A backup is restored on the server, which an operator tells by a new epoch. */
@ExtendWith(WithServer.class)
class RestoredServerIT {

  private final TestServer server;
  private final String epoch;
  private Team team;
  private UnreliableProxy network;
  private Phone phone;

  RestoredServerIT(TestServer server) {
    this.server = server;
    this.epoch = server.text("select epoch from server_state");
  }

  @BeforeEach
  void fill(@TempDir Path folder) {
    team = new Team(server, folder);
    network = team.network();
    phone = team.members(network, usual -> usual);
    for (String id : new String[] {"kept", "gone", "edited", "older", "goneAndEdited"}) {
      phone.of("task").put(id, "{\"n\":1}");
    }
    phone.sync();
    phone.of("task").put("older", "{\"n\":2}");
    phone.sync();
  }

  @AfterEach
  void asBefore() throws Exception {
    server.execute("update server_state set epoch = ?", epoch);
    team.close();
  }

  @Test
  void newEpoch_cleanRecordsThatDoNotComeAgainGo_andTheOutboxStays() {
    phone.of("task").put("edited", "{\"n\":2}");
    phone.of("task").put("new", "{\"n\":1}");
    restore();
    phone.settle();

    assertThat(phone.of("task").get("gone")).isEmpty();
    assertThat(phone.text("task", "kept")).isEqualTo("{\"n\":1}");
    assertThat(phone.text("task", "older")).as("an older state replaces").isEqualTo("{\"n\":1}");
    assertThat(team.onServer("task", "edited").at("data")).hasToString("{\"n\":2}");
    assertThat(team.onServer("task", "new").at("data")).hasToString("{\"n\":1}");
    assertThat(phone.client().outbox().count()).isZero();
  }

  @Test
  void newEpoch_editOfWhatIsGone_isKeptAndShown() {
    phone.of("task").put("goneAndEdited", "{\"n\":9}");
    restore();
    phone.settle();

    assertThat(phone.text("task", "goneAndEdited")).isEqualTo("{\"n\":9}");
    assertThat(phone.view("task", "goneAndEdited").status()).isEqualTo(RecordStatus.PARKED);
    OutboxItem parked = phone.onlyParked();
    assertThat(Phone.problem(parked).code()).isEqualTo("RECORD_UNKNOWN");
    phone.client().outbox().retry(parked.id());
    phone.settle();
    assertThat(team.onServer("task", "goneAndEdited").at("data")).hasToString("{\"n\":9}");
  }

  @Test
  void newEpoch_whileThePullBreaksOff_goesOnFromThere() {
    restore();
    network.order(Kind.PULL, new Fault.None(), new Fault.LostAnswer());
    assertThat(phone.client().syncNow().isComplete()).isFalse();
    assertThat(phone.of("task").count()).as("nothing is removed before all has come").isEqualTo(5);
    phone.restart();
    phone.settle();

    assertThat(phone.of("task").get("gone")).isEmpty();
    assertThat(phone.of("task").count()).isEqualTo(3);
  }

  /** The backup knew neither of two records, and an older state of a third. */
  private void restore() {
    for (String table : new String[] {"record", "revision", "receipt"}) {
      server.execute(
          "delete from " + table + " where space = ? and id in ('gone', 'goneAndEdited')",
          team.space);
    }
    server.execute(
        "update record set version = 1, data = '{\"n\":1}' where space = ? and id = 'older'",
        team.space);
    server.execute("delete from revision where space = ? and id = 'older'", team.space);
    server.execute("update server_state set epoch = ?", TestServer.unique("restored"));
  }
}
