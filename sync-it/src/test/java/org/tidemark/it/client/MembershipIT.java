package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Recovery;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.SpaceId;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Rights in a space come and go between edits; what was edited here is never lost with them. */
@ExtendWith(WithServer.class)
class MembershipIT {

  private final TestServer server;
  private Team team;
  private Phone owner;
  private Phone phone;

  MembershipIT(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void share(@TempDir Path folder) {
    team = new Team(server, folder);
    owner = team.owners();
    phone = team.members();
    owner.of("task").put("clean", "{\"n\":1}");
    owner.of("task").put("edited", "{\"n\":1}");
    owner.sync();
    phone.sync();
  }

  @AfterEach
  void part() throws Exception {
    team.close();
  }

  @Test
  void lost_cleanRecordsGo_editsStayReadOnly_andGoOutWhenItIsRegained() {
    phone.of("task").put("edited", "{\"n\":2}");
    own("{\"n\":7}");
    team.dismiss();
    phone.sync();

    assertThat(phone.of("task").get("clean")).isEmpty();
    assertThat(phone.text("task", "edited")).isEqualTo("{\"n\":2}");
    assertThat(phone.view("task", "edited").status()).isEqualTo(RecordStatus.READ_ONLY);
    assertThat(problem()).isEqualTo("SPACE_LOST");
    assertThatThrownBy(() -> phone.of("task").put("edited", "{\"n\":3}"))
        .isInstanceOf(ClientException.class);
    assertThat(ownOnServer()).as("other spaces go on").isEqualTo(1);

    team.admit("EDITOR");
    phone.settle();
    assertThat(phone.text("task", "clean")).isEqualTo("{\"n\":1}");
    assertThat(team.onServer("task", "edited").at("data")).hasToString("{\"n\":2}");
    assertThat(phone.client().outbox().count()).isZero();
    assertThat(phone.client().status().parked()).isZero();
  }

  @Test
  void lost_editsDismissed_nothingIsLeft() {
    phone.of("task").put("edited", "{\"n\":2}");
    team.dismiss();
    phone.sync();
    phone.client().outbox().dismiss(phone.onlyParked().id());

    assertThat(phone.of("task").get("edited")).isEmpty();
    assertThat(phone.client().status().parked()).isZero();
    phone.sync();
    assertThat(team.onServer("task", "edited").at("data")).hasToString("{\"n\":1}");
  }

  @Test
  void writingLost_betweenTwoEdits_parksTheSecondAlone_untilItIsRegained() {
    phone.of("task").put("edited", "{\"n\":2}");
    phone.sync();
    phone.of("task").put("edited", "{\"n\":3}");
    own("{\"n\":7}");
    team.admit("VIEWER");
    phone.sync();

    assertThat(problem()).isEqualTo("SPACE_FORBIDDEN");
    assertThat(Phone.problem(phone.onlyParked()).recoveries())
        .contains(Recovery.RETRY, Recovery.EXPORT);
    assertThat(phone.text("task", "edited")).isEqualTo("{\"n\":3}");
    assertThat(ownOnServer()).as("other spaces go on").isEqualTo(1);
    assertThatThrownBy(() -> phone.of("task").put("clean", "{\"n\":3}"))
        .isInstanceOf(ClientException.class);
    owner.of("task").put("clean", "{\"n\":5}");
    owner.sync();
    phone.sync();
    assertThat(phone.text("task", "clean")).as("reading goes on").isEqualTo("{\"n\":5}");

    team.admit("EDITOR");
    phone.settle();
    assertThat(team.onServer("task", "edited").at("data")).hasToString("{\"n\":3}");
    assertThat(team.onServer("task", "edited").at("version").number()).isEqualTo(3);
    assertThat(phone.client().status().parked()).isZero();
  }

  @Test
  void givenAway_ownerLeaves_andTheNewOneGoesOn() {
    owner.of("task").put("edited", "{\"n\":2}");
    team.admit("OWNER");
    team.ownersDevice()
        .ask(
            "mutation { removeMember(space: \"%s\", user: \"%s\") }"
                .formatted(team.space, team.owner));
    owner.sync();
    phone.of("task").put("edited", "{\"n\":4}");
    phone.sync();

    assertThat(owner.client().outbox().parked()).hasSize(1);
    assertThat(owner.view("task", "edited").status()).isEqualTo(RecordStatus.READ_ONLY);
    assertThat(owner.client().spaces())
        .noneMatch(grant -> grant.space().value().equals(team.space));
    assertThat(server.text("select data from record where space = ? and id = 'edited'", team.space))
        .isEqualTo("{\"n\":4}");
  }

  /** Edits something in the member's personal space. */
  private void own(String data) {
    phone
        .client()
        .collection(SpaceId.personal(team.member), new EntityType("task"))
        .put("own", data);
  }

  private long ownOnServer() {
    return server.number(
        "select count(*) from record where space = ? and id = 'own'", "~" + team.member);
  }

  private String problem() {
    return Phone.problem(phone.onlyParked()).code();
  }
}
