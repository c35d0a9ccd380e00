package org.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.cli.Office.Result;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.server.Role;

/** The sync: what it tells, on a terminal and elsewhere. */
class SyncTest {

  private Office office;

  @BeforeEach
  void open(@TempDir Path folder) {
    office = new Office(folder);
    for (int i = 0; i < 25; i++) {
      office.ana("put", "task", "t" + i, "{\"n\":" + i + "}");
    }
  }

  @Test
  void longPushAndPull_onATerminal_showHowFarTheyAre() {
    office.terminal = true;
    office.page = 10;
    Result push = office.ana("sync");
    Result pull = office.ben("sync");

    assertThat(push.err()).contains("\rSent [############                  ] 10 of 25");
    assertThat(push.out()).contains("Received 0 records, sent 25 changes.");
    assertThat(pull.err())
        .contains("\rReceived 10 records", "\rReceived 20 records")
        .endsWith("\r");
    assertThat(pull.out()).contains("Received 25 records");
  }

  @Test
  void longPushAndPull_elsewhere_areQuiet_andForMachinesSilent() {
    office.page = 10;
    Result push = office.ana("sync");
    Result pull = office.ben("sync", "--json");

    assertThat(push.err()).isEmpty();
    assertThat(pull.json().toString())
        .contains("\"complete\":true", "\"received\":25", "\"conflicts\":0", "\"problem\":null");
    assertThat(pull.err()).doesNotContain("Received");
  }

  @Test
  void sync_whereTheServersStateIsNewer_tellsTheWayBack() {
    office.ana("put", "profile", "me", "{\"name\":\"Ana\"}");
    office.ana("sync");
    office.ben("sync");
    office.ana("put", "profile", "me", "{\"name\":\"A.\"}");
    office.ben("put", "profile", "me", "{\"name\":\"B.\"}");
    office.ben("sync");
    Result sync = office.ana("sync");

    assertThat(sync.code()).isZero();
    assertThat(sync.out()).contains("newer state of profile/me; undo profile/me");
    assertThat(office.ana("undo", "profile/me").out()).contains("A.");
  }

  @Test
  void spaces_thatAreNewHere_areToldAtOnce_andNotAsIfTheUsualOneChanged() {
    Result first = office.ben("sync");
    office.server().admit(new SpaceId("club"), "ben", Role.VIEWER);
    Result second = office.ben("sync");

    assertThat(first.out())
        .contains("New here: the spaces demo and ~ben.\n")
        .doesNotContain("You are in");
    assertThat(second.out()).contains("New here: the space club.\n");
    assertThat(office.ben("sync").out()).doesNotContain("New here");
  }

  @Test
  void sync_ofASum_saysThatUndoGoesOverTheOthers() {
    office.ana("put", "counter", "c", "{\"count\":1}");
    office.ana("sync");
    office.ben("sync");
    office.ana("put", "counter", "c", "{\"count\":3}");
    office.ben("put", "counter", "c", "{\"count\":11}");
    office.ben("sync");
    Result sync = office.ana("sync");

    assertThat(sync.out())
        .contains("Your edit of counter/c was merged with another")
        .contains("undo counter/c puts your version back as a whole, also over what others wrote")
        .doesNotContain("brings yours back");
  }

  @Test
  void sync_underANewClientId_goesOn() {
    assertThat(office.ana("sync", "--renew-client-id").code()).isZero();
    assertThat(office.ana("status").out()).contains("To send    0");
  }
}
