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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.app.Browser.Answer;
import org.tidemark.app.Browser.Stream;
import org.tidemark.app.Home.Copy;

/** What was deleted: how it is told, listed and brought back. */
class SnapshotApiTest {

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

  private static String cake(Copy copy) {
    return create(copy, NOTES, "{" + set("/title", "TEXT", "Cake") + "}");
  }

  /** Gives the snapshot that brings it back. */
  private static String delete(Copy copy, String id) {
    String seen = member(read(copy, NOTES, id), "seen");
    return member(
        copy.browser()
            .post("/api/record/delete" + NOTES + "&id=" + id, "{'seen':'" + seen + "'}")
            .good(),
        "undo");
  }

  private static Answer undo(Copy copy, String snapshot) {
    return copy.browser().post("/api/undo", "{'snapshot':" + snapshot + "}").good();
  }

  @Test
  void deletedHere_editedElsewhere_isToldByItsName_andComesBackWithWhatOthersWrote()
      throws Exception {
    String id = cake(ana);
    sync(ana);
    sync(ben);
    network(ben, false);
    edit(ana, NOTES, read(ana, NOTES, id), set("/text", "TEXT", "Theirs")).good();
    sync(ana);
    String deleted = delete(ben, id);
    try (Stream stream = ben.browser().listen()) {
      network(ben, true);
      ben.app().workplace().client().outbox().hurry();
      sync(ben);
      String told = stream.next();
      while (!told.contains("\"conflicts\":1")) {
        assertThat(told).isNotEmpty();
        told = stream.next();
      }
      assertThat(told).contains("\"title\":\"Cake\"");
    }
    assertThat(undo(ben, deleted).body()).contains("\"withOthers\":true");
    sync(ben);
    assertThat(read(ben, NOTES, id).body()).contains("Theirs");
    assertThat(ben.browser().get("/api/conflicts").good().body()).contains("\"count\":0");
  }

  @Test
  void deleted_comesBackAsItWas_whereNobodyElseWrote() {
    String id = cake(ana);
    assertThat(undo(ana, delete(ana, id)).body()).contains("\"withOthers\":false");
  }

  @Test
  void snapshots_comeByPages_soThatEachCanBeReached() {
    for (int i = 0; i < 3; i++) {
      delete(ana, cake(ana));
    }
    Answer first = ana.browser().get("/api/snapshots?limit=2").good();
    assertThat(first.body().split("\"snapshot\"", -1)).hasSize(3);
    Answer rest =
        ana.browser().get("/api/snapshots?limit=2&before=" + member(first, "next")).good();
    assertThat(rest.body().split("\"snapshot\"", -1)).hasSize(2);
    assertThat(member(rest, "next")).isEqualTo("null");
    for (String other : new String[] {"", "x", "-1", "99999999999999999999"}) {
      Answer refused = ana.browser().get("/api/snapshots?before=" + other);
      assertThat(refused.status()).as(other).isEqualTo(400);
      assertThat(member(refused, "place")).isEqualTo("before");
    }
  }
}
