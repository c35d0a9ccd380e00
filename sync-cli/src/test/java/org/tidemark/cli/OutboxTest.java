package org.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.cli.Office.Result;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.server.Role;

/** The outbox: what is refused is shown with its reason, and goes again or is given up. */
class OutboxTest {

  /** More than a page. */
  private static final int MANY = 210;

  private Office office;

  @BeforeEach
  void refused(@TempDir Path folder) {
    office = new Office(folder);
    office.ana("sync");
    office.server().admit(Office.SPACE, "ana", Role.VIEWER);
  }

  private Result parked() {
    office.ana("put", "note", "n1", "{\"text\":\"diary\"}");
    return office.ana("sync");
  }

  private String id() {
    String json = office.ana("outbox", "--json").json().toString();
    return json.replaceAll(".*\"mutationId\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void sync_ofWhatIsRefused_isAProblem_andSaysWhatCanBeDone() {
    Result sync = parked();
    assertThat(sync.code()).isEqualTo(1);
    assertThat(sync.out())
        .contains("Parked: note/n1", "You may not change things in this space", "outbox retry")
        .contains("1 change parked");
    assertThat(office.ana("outbox").out()).contains("parked  note/n1", "SPACE_FORBIDDEN");
  }

  @Test
  void refusedForWantOfARight_goesWithTheSyncThatHearsOfTheRight() {
    parked();
    office.server().admit(Office.SPACE, "ana", Role.EDITOR);
    assertThat(office.ana("outbox", "retry", id()).err())
        .contains("You may only read in the space demo", "sync, then again");
    assertThat(office.ana("sync").out()).contains("sent 1 change");
  }

  @Test
  void retry_ofWhatWasTriedTooOften_sendsIt() {
    office.server().admit(Office.SPACE, "ana", Role.EDITOR);
    office.losingPushes = true;
    office.ana("put", "note", "n1", "{\"text\":\"diary\"}");
    Result last = office.ana("sync");
    for (int attempt = 2; attempt <= 8; attempt++) {
      last = office.ana("sync");
    }
    assertThat(last.out()).contains("This was tried 8 times without success");
    office.losingPushes = false;
    assertThat(office.ana("sync").out()).contains("sent 0 changes", "1 change parked");

    assertThat(office.ana("outbox", "retry", id()).out()).contains("1 change will go");
    assertThat(office.ana("sync").out()).contains("sent 1 change");
    office.ben("sync");
    assertThat(office.ben("get", "note", "n1").out()).contains("diary");
  }

  @Test
  void dismiss_keepsASnapshot() {
    parked();
    Result dismiss = office.ana("outbox", "dismiss", id());
    assertThat(dismiss.out()).contains("Gave up the change of note/n1");
    assertThat(dismiss.err()).contains("undo 1");
    assertThat(office.ana("get", "note", "n1").code()).isEqualTo(1);
    assertThat(office.ana("undo").out()).contains("diary");
  }

  @Test
  void report_hasTheReason_andNoContent() throws IOException {
    parked();
    Result one = office.ana("outbox", "report", id(), "--to", "one");
    Result all = office.ana("report", "--to", "all", "--with-contents");

    assertThat(Files.readString(Path.of(one.out().strip())))
        .contains("SPACE_FORBIDDEN")
        .doesNotContain("diary", Office.token("ana"));
    assertThat(Files.readString(Path.of(all.out().strip())))
        .contains("diary")
        .doesNotContain(Office.token("ana"));
  }

  /** More than a page of changes that can't go again, and as many behind them that can. */
  @Test
  void retryAll_ofMoreThanAPage_goesOnBehindThoseThatCantGo_andEnds() {
    SpaceId own = SpaceId.personal("ana");
    office.server().admit(Office.SPACE, "ana", Role.EDITOR);
    office.ana("sync");
    office.refusingEdits = true;
    office.work("ana", client -> Office.putMany(client, Office.SPACE, "note", MANY, "{}"));
    office.work("ana", client -> Office.putMany(client, own, "note", MANY, "{}"));
    office.server().admit(Office.SPACE, "ana", Role.VIEWER);
    office.ana("sync");
    assertThat(office.ana("status").out()).contains("Parked     " + 2 * MANY);
    office.terminal = true;
    Result retry = office.ana("outbox", "retry", "--all");

    assertThat(retry.code()).isEqualTo(1);
    assertThat(retry.out()).contains(MANY + " changes will go with the next sync.");
    assertThat(retry.err())
        .contains("\rWent through [#######                       ] 100 of 420")
        .containsOnlyOnce("note/many-0:");
    assertThat(retry.err().split("You may only read in the space demo", -1)).hasSize(MANY + 1);
    assertThat(office.ana("outbox", "--json", "--limit", "1").json().toString())
        .contains("\"parkedCount\":" + MANY);
  }

  @Test
  void actions_onWhatIsNotParked_areRefused() {
    office.ana("put", "note", "n1", "{}");
    assertThat(office.ana("outbox", "dismiss", id()).err()).contains("not parked");
    assertThat(office.ana("outbox", "retry", "nonsense").err()).contains("There is no change");
    assertThat(office.ana("outbox", "retry").code()).isEqualTo(2);
    assertThat(office.ana("outbox", "retry", "--all").out()).contains("0 changes");
  }
}
