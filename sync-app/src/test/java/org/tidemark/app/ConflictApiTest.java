package org.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.app.Asking.NOTES;
import static org.tidemark.app.Asking.create;
import static org.tidemark.app.Asking.edit;
import static org.tidemark.app.Asking.member;
import static org.tidemark.app.Asking.network;
import static org.tidemark.app.Asking.read;
import static org.tidemark.app.Asking.set;
import static org.tidemark.app.Asking.sync;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.app.Browser.Answer;
import org.tidemark.app.Home.Copy;
import org.tidemark.client.undo.Snapshot;

/** What pages ask for about conflicts and the ways back, between two copies that share a space. */
class ConflictApiTest {

  private Home home;
  private Copy ana;
  private Copy ben;

  @BeforeEach
  void start(@TempDir Path folder) throws InterruptedException {
    home = new Home(folder);
    ana = Home.entered(home.ana());
    ben = Home.entered(home.ben());
  }

  @AfterEach
  void stop() {
    home.close();
  }

  /** Ana and ben wrote another text each; ben has heard of the clash. Gives the note's id. */
  private String clash() {
    String id = create(ana, NOTES, "{" + set("/text", "TEXT", "milk") + "}");
    sync(ana);
    sync(ben);
    // Edits are sent at once, and ana's must be there before ben's.
    network(ben, false);
    edit(ana, NOTES, read(ana, NOTES, id), set("/text", "TEXT", "bread")).good();
    edit(ben, NOTES, read(ben, NOTES, id), set("/text", "TEXT", "water")).good();
    sync(ana);
    network(ben, true);
    ben.app().workplace().client().outbox().hurry();
    sync(ben);
    return id;
  }

  private Answer conflict() {
    String id = member(ben.browser().get("/api/conflicts").good(), "conflict");
    return ben.browser().get("/api/conflict?conflict=" + id).good();
  }

  private Answer resolve(Answer conflict, String decision) {
    return ben.browser()
        .post(
            "/api/conflict/resolve?conflict=" + member(conflict, "conflict"),
            "{'seen':'" + member(conflict, "seen") + "'," + decision + "}");
  }

  @Test
  void conflict_showsTheChangedFieldsAlone_andTakesWhatWasTyped() {
    String id = clash();
    Answer conflict = conflict();
    assertThat(conflict.body())
        .contains("\"local\":{\"kind\":\"TEXT\",\"text\":\"water\"}")
        .contains("\"server\":{\"kind\":\"TEXT\",\"text\":\"bread\"}");
    assertThat(conflict.body().split("\"path\"", -1)).hasSize(2);

    Answer decided =
        resolve(
            conflict,
            "'choice':'FIELDS','values':{'/text':{'kind':'TEXT','text':'bread and water'}}");
    assertThat(member(decided.good(), "undoesOthers")).isEqualTo("false");
    sync(ben);
    sync(ana);
    assertThat(read(ana, NOTES, id).body()).contains("bread and water");
    assertThat(member(ben.browser().get("/api/conflicts"), "count")).isEqualTo("0");
    assertThat(resolve(conflict, "'choice':'KEEP_LOCAL'").status()).isEqualTo(409);
  }

  @Test
  void conflict_namesWhatASideAsAWholeDrops() {
    String id = clash();
    assertThat(conflict().body())
        .contains("\"keepLocalDrops\":{\"fields\":[],\"more\":0}")
        .contains("\"useServerDrops\":{\"fields\":[],\"more\":0}");
    edit(ana, NOTES, read(ana, NOTES, id), set("/photo", "TEXT", "cake.png")).good();
    sync(ana);
    sync(ben);
    network(ben, false);
    String more =
        IntStream.range(0, 10)
            .mapToObj(i -> "'/own%d':{'kind':'TEXT','text':'x'}".formatted(i))
            .collect(Collectors.joining(","));
    edit(ben, NOTES, read(ben, NOTES, id), "'set':{" + more + "}").good();
    assertThat(conflict().body())
        .contains("\"keepLocalDrops\":{\"fields\":[\"/photo\"],\"more\":0}")
        .contains("\"useServerDrops\":{\"fields\":[\"/own0\",")
        .contains("\"/own7\"],\"more\":2}");
  }

  @Test
  void decision_onWhatChangedMeanwhile_isNotTaken() {
    String id = clash();
    Answer seen = conflict();
    edit(ana, NOTES, read(ana, NOTES, id), set("/text", "TEXT", "wine")).good();
    sync(ana);
    sync(ben);
    Answer refused = resolve(seen, "'choice':'KEEP_LOCAL'");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(member(refused, "code")).isEqualTo("CHANGED_MEANWHILE");
    assertThat(conflict().body()).contains("wine");
    resolve(conflict(), "'choice':'KEEP_LOCAL'").good();
  }

  @Test
  void dismissal_isForALostSpace_namesTheWayBack_andIsTakenOnce() {
    clash();
    String address = "/api/conflict/dismiss?conflict=" + member(conflict(), "conflict");
    Answer early = ben.browser().post(address, "{}");
    assertThat(early.status()).isEqualTo(409);
    assertThat(member(early, "code")).isEqualTo("NOT_DISMISSED");
    home.lose();
    sync(ben);
    String undo = member(ben.browser().post(address, "{}").good(), "undo");
    assertThat(member(ben.browser().get("/api/snapshots"), "snapshot")).isEqualTo(undo);
    assertThat(member(ben.browser().post(address, "{}"), "code")).isEqualTo("NOT_OPEN");
  }

  @Test
  void longLists_goByPages_andARecordNamesItsConflict() {
    String id = clash();
    assertThat(member(read(ben, NOTES, id), "conflict")).isEqualTo(member(conflict(), "conflict"));
    clash();
    Answer first = ben.browser().get("/api/conflicts?limit=1").good();
    assertThat(member(first, "count")).isEqualTo("2");
    String next = member(first, "next");
    Answer second = ben.browser().get("/api/conflicts?limit=1&after=" + next).good();
    assertThat(member(second, "next")).isEqualTo("null");
    assertThat(member(second, "conflict")).isNotEqualTo(next);
    network(ben, false);
    for (int i = 0; i < 60; i++) {
      create(ben, NOTES, "{}");
    }
    Answer outbox = ben.browser().get("/api/outbox").good();
    assertThat(member(outbox, "pendingCount")).isEqualTo("60");
    assertThat(outbox.body().split("\"mutation\":", -1)).hasSize(51);
  }

  @Test
  void undo_bringsBack_andAsksBeforeALaterEdit() {
    String id = clash();
    Answer decided = resolve(conflict(), "'choice':'USE_SERVER'").good();
    String undo = member(decided, "undo");
    assertThat(member(decided, "undoesOthers")).isEqualTo("true");
    Answer snapshots = ben.browser().get("/api/snapshots").good();
    assertThat(snapshots.body()).contains("water", "RESOLVED");
    assertThat(member(snapshots, "overOthers")).isEqualTo("true");
    edit(ben, NOTES, read(ben, NOTES, id), set("/text", "TEXT", "later")).good();
    Answer asked = ben.browser().post("/api/undo", "{'snapshot':" + undo + "}");
    assertThat(member(asked, "code")).isEqualTo("LATER_EDIT");
    assertThat(read(ben, NOTES, id).body()).contains("later");
    ben.browser().post("/api/undo", "{'snapshot':" + undo + ",'overLaterEdit':true}").good();
    assertThat(read(ben, NOTES, id).body()).contains("water");
    long gone =
        ben.app().workplace().client().undo().recent(1).stream().mapToLong(Snapshot::id).sum() + 1;
    assertThat(ben.browser().post("/api/undo", "{'snapshot':" + gone + "}").status())
        .isEqualTo(410);
  }

  @Test
  void keepLocal_tellsTheWayBackToTheServersSide() {
    String id = clash();
    Answer decided = resolve(conflict(), "'choice':'KEEP_LOCAL'").good();
    assertThat(member(decided, "undo")).isEqualTo("null");
    assertThat(member(decided, "undoesOthers")).isEqualTo("false");
    assertThat(ben.browser().get("/api/snapshots").good().body())
        .contains("bread", "RESOLVED_SERVER_SIDE");
    String back = member(decided, "undoToServer");
    ben.browser().post("/api/undo", "{'snapshot':" + back + "}").good();
    assertThat(read(ben, NOTES, id).body()).contains("bread");
  }

  @Test
  void fieldsThatAreTooDeep_areRefused() {
    for (int levels : new int[] {65, 20_000}) {
      String deep = "{" + set("/a".repeat(levels), "TEXT", "x") + "}";
      assertThat(ana.browser().post("/api/records" + NOTES, deep).status()).isEqualTo(400);
    }
    clash();
    for (String bad : new String[] {"/a".repeat(20_000), "/~", "a", ""}) {
      String sides = "'choice':'FIELDS','sides':{'" + bad + "':'LOCAL'}";
      assertThat(resolve(conflict(), sides).status()).as(sides).isEqualTo(400);
    }
  }
}
