package org.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.app.Asking.INVOICES;
import static org.tidemark.app.Asking.NOTES;
import static org.tidemark.app.Asking.create;
import static org.tidemark.app.Asking.edit;
import static org.tidemark.app.Asking.member;
import static org.tidemark.app.Asking.network;
import static org.tidemark.app.Asking.read;
import static org.tidemark.app.Asking.set;
import static org.tidemark.app.Asking.sync;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.app.Browser.Answer;
import org.tidemark.app.Home.Copy;

/** What pages ask for, between two copies that share a space. */
class ApiTest {

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

  @Test
  void numbers_staySharp_whateverABrowserCouldHold() {
    String exact = "12345678901234567890.123456789";
    String id = create(ana, INVOICES, "{" + set("/amount", "NUMBER", exact) + "}");
    Answer edited =
        edit(ana, INVOICES, read(ana, INVOICES, id), set("/number", "TEXT", "2026-1")).good();
    assertThat(edited.body()).contains("\"kind\":\"NUMBER\",\"text\":\"" + exact + "\"");
    Answer wrong = edit(ana, INVOICES, edited, set("/amount", "NUMBER", "12,5"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(member(wrong, "place")).isEqualTo("/set//amount");
    assertThat(member(wrong, "sentence"))
        .isEqualTo("amount must be a number such as 12 or 12.5, with a point and no comma.");
  }

  @Test
  void edit_ofWhatWasSeenBefore_keepsWhatArrivedSince() {
    String id = create(ana, NOTES, "{" + set("/tags", "WORDS", "a, b ,a") + "}");
    sync(ana);
    sync(ben);
    Answer seen = read(ben, NOTES, id);
    edit(ana, NOTES, read(ana, NOTES, id), set("/title", "TEXT", "Shopping")).good();
    sync(ana);
    sync(ben);
    edit(ben, NOTES, seen, "'add':{'/votes':1}").good();
    sync(ben);
    assertThat(read(ben, NOTES, id).body())
        .contains(
            "Shopping",
            "\"words\":[\"a\",\"b\"]",
            "\"votes\":{\"kind\":\"NUMBER\",\"text\":\"1\"}");
  }

  @Test
  void tags_thatCommasCannotPart_areShownAsJson() {
    for (String tags : new String[] {"['a,b']", "[' a']", "['a','a']", "['']", "['a\\\\nb']"}) {
      String id = create(ana, NOTES, "{" + set("/tags", "JSON", tags.replace("'", "\\\"")) + "}");
      assertThat(read(ana, NOTES, id).body()).as(tags).contains("\"tags\":{\"kind\":\"JSON\"");
    }
  }

  @Test
  void edit_ofWhatNobodyWasShown_isRefused() {
    String id = create(ana, NOTES, "{}");
    Answer refused =
        ana.browser().post("/api/record" + NOTES + "&id=" + id, "{'seen':'x','set':{}}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(member(refused, "code")).isEqualTo("SEEN_TOO_LONG_AGO");
  }

  @Test
  void list_goesByPages() {
    for (int i = 0; i < 3; i++) {
      create(ana, NOTES, "{}");
    }
    Answer first = ana.browser().get("/api/records" + NOTES + "&limit=2").good();
    Answer rest =
        ana.browser()
            .get("/api/records" + NOTES + "&limit=2&after=" + member(first, "next"))
            .good();
    assertThat(member(rest, "next")).isEqualTo("null");
    assertThat(first.body().split("\"status\"", -1)).hasSize(3);
    assertThat(rest.body().split("\"status\"", -1)).hasSize(2);
    for (String other : List.of("", "x", "1.", "1")) {
      Answer refused = ana.browser().get("/api/records" + NOTES + "&after=" + other);
      assertThat(refused.status()).as(other).isEqualTo(400);
      assertThat(member(refused, "place")).isEqualTo("after");
    }
  }

  @Test
  void list_ofWords_hasWhatHoldsThem() {
    create(ana, NOTES, "{" + set("/title", "TEXT", "Cake") + "}");
    create(ana, NOTES, "{" + set("/title", "TEXT", "Bread") + "}");
    String found = ana.browser().get("/api/records" + NOTES + "&words=CAKE").good().body();
    assertThat(found).contains("Cake").doesNotContain("Bread").contains("\"count\":2");
    assertThat(ana.browser().get("/api/records" + NOTES + "&words=" + "x".repeat(201)).status())
        .isEqualTo(400);
  }

  @Test
  void deleted_isGone_andOnlyAsItWasSeen_andComesBackWhole() {
    String id = create(ana, NOTES, "{" + set("/title", "TEXT", "Cake") + "}");
    String seen = member(read(ana, NOTES, id), "seen");
    Answer deleted =
        ana.browser()
            .post("/api/record/delete" + NOTES + "&id=" + id, "{'seen':'" + seen + "'}")
            .good();
    assertThat(ana.browser().get("/api/record" + NOTES + "&id=" + id).status()).isEqualTo(404);
    assertThat(ana.browser().get("/api/snapshots").good().body()).contains("Cake", "DELETED");
    ana.browser().post("/api/undo", "{'snapshot':" + member(deleted, "undo") + "}").good();
    assertThat(member(read(ana, NOTES, id), "title")).isEqualTo("Cake");
  }

  @Test
  void switch_keepsEditsHere_untilItIsOnAgain() {
    Answer off = ana.browser().post("/api/network", "{'on':false}").good();
    assertThat(member(off, "on")).isEqualTo("false");
    String id = create(ana, NOTES, "{" + set("/title", "TEXT", "from the train") + "}");
    assertThat(ana.app().workplace().client().syncNow().isComplete()).isFalse();
    assertThat(ana.browser().get("/api/outbox").good().body()).contains("from the train");
    sync(ben);
    assertThat(ben.browser().get("/api/record" + NOTES + "&id=" + id).status()).isEqualTo(404);
    network(ana, true);
    sync(ana);
    sync(ben);
    assertThat(read(ben, NOTES, id).body()).contains("from the train");
  }

  @Test
  void refusedChange_isExplained_retriedAndDismissed() {
    sync(ben);
    network(ben, false);
    String id = create(ben, NOTES, "{" + set("/title", "TEXT", "not allowed") + "}");
    home.refuse();
    network(ben, true);
    ben.app().workplace().client().syncNow();
    Answer outbox = ben.browser().get("/api/outbox").good();
    assertThat(member(outbox, "parkedCount")).isEqualTo("1");
    assertThat(outbox.body()).contains("You may not change things in this space");
    String mutation = "?mutation=" + member(outbox, "mutation");
    String file = member(ben.browser().post("/api/outbox/report" + mutation, "{}").good(), "file");
    assertThat(Path.of(file)).content().contains("problem").doesNotContain("not allowed");
    ben.browser().post("/api/outbox/dismiss" + mutation, "{}").good();
    assertThat(ben.browser().post("/api/outbox/retry" + mutation, "{}").status()).isEqualTo(404);
    assertThat(ben.browser().get("/api/record" + NOTES + "&id=" + id).status()).isEqualTo(404);
    assertThat(ben.browser().get("/api/snapshots").good().body()).contains("not allowed");
  }

  @Test
  void file_isKept_paused_resumed_andNamedInItsRecord() {
    String id = create(ana, NOTES, "{}");
    network(ana, false);
    String query = NOTES + "&id=" + id + "&field=/photo&name=" + encoded("a <b>.png");
    Map<String, String> headers = ana.browser().own();
    headers.put("Content-Type", "application/octet-stream");
    Answer taken = ana.browser().post("/api/uploads" + query, "picture", headers).good();
    String upload = "?upload=" + member(taken, "upload");
    ana.browser().post("/api/upload/pause" + upload, "{}").good();
    assertThat(member(ana.browser().get("/api/upload" + upload).good(), "state"))
        .isEqualTo("PAUSED");
    assertThat(ana.browser().get("/api/upload?upload=none").status()).isEqualTo(404);
    ana.browser().post("/api/upload/resume" + upload, "{}").good();
    network(ana, true);
    ana.app().workplace().client().uploads().hurry();
    ana.app().workplace().client().uploads().uploadNow();
    assertThat(member(ana.browser().get("/api/uploads"), "file")).isEqualTo("a <b>.png");
    assertThat(member(ana.browser().get("/api/uploads"), "state")).isEqualTo("DONE");
    assertThat(read(ana, NOTES, id).body()).doesNotContain("\"photo\":{\"kind\":\"ABSENT\"");
    assertThat(ana.browser().post("/api/upload/pause" + upload, "{}").status()).isEqualTo(409);
    Answer own = ana.browser().get("/api/uploads" + NOTES + "&id=" + id).good();
    assertThat(member(own, "upload")).isEqualTo(member(taken, "upload"));
    Answer others = ana.browser().get("/api/uploads" + NOTES + "&id=other").good();
    assertThat(others.body()).doesNotContain("a <b>.png");
    Answer lost = ana.browser().post("/api/uploads" + query.replace(id, "none"), "x", headers);
    assertThat(lost.status()).isEqualTo(404);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void token_ofAnotherPerson_isNotTaken() {
    Answer other = ana.browser().post("/api/sign-in", "{'token':'" + Home.token("ben") + "'}");
    assertThat(other.status()).isEqualTo(400);
    assertThat(member(other, "sentence")).startsWith("This token is of ben, and");
    assertThat(ana.app().workplace().token().get()).isEqualTo(Home.token("ana"));
    ana.browser().post("/api/sign-in", "{'token':'" + Home.token("ana") + "'}").good();
    assertThat(ana.browser().post("/api/sign-in", "{'token':'two words'}").status()).isEqualTo(400);
    assertThat(ana.browser().get("/api/status").body()).doesNotContain(Home.token("ana"));
  }

  @Test
  void photo_isAskedOfTheOwnServerAlone() {
    String id =
        create(ana, NOTES, "{" + set("/photo", "TEXT", "http://evil.test/api/v1/secret") + "}");
    String path = "/api/photo" + NOTES + "&id=" + id;
    assertThat(ana.browser().get(path).status()).isEqualTo(404);
    network(ana, false);
    edit(
            ana,
            NOTES,
            read(ana, NOTES, id),
            set("/photo", "TEXT", "http://evil.test/api/v1/media/m1"))
        .good();
    assertThat(ana.browser().get(path).status()).isEqualTo(503);
    assertThat(ana.browser().get(path.replace("/photo", "/file")).status()).isEqualTo(503);
  }

  @Test
  void count_beyondWhatIsKept_isRefused_andTheListStays() {
    String id = create(ana, NOTES, "{" + set("/votes", "NUMBER", "1e600") + "}");
    Answer refused = edit(ana, NOTES, read(ana, NOTES, id), "'add':{'/votes':1}");
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(ana.browser().get("/api/records" + NOTES).good().body()).contains("1e+600");
  }

  /** Looked for one by one, so many keep a thread busy for longer than the browser waits. */
  @Test
  void manyTags_areAnsweredAtOnce() {
    String tags =
        IntStream.range(0, 130_000).mapToObj(Integer::toHexString).collect(Collectors.joining(","));
    String id = create(ana, NOTES, "{" + set("/tags", "WORDS", tags) + "}");
    assertThat(read(ana, NOTES, id).body()).contains("\"kind\":\"WORDS\"");
  }

  @Test
  void file_thatCanNotBeKept_isAProblemInWords() throws IOException {
    String id = create(ana, NOTES, "{}");
    Path data = ana.app().workplace().settings().database();
    Files.delete(data.resolveSibling(data.getFileName() + ".incoming"));
    Answer refused =
        ana.browser()
            .post(
                "/api/uploads" + NOTES + "&id=" + id + "&field=/photo&name=a.png",
                "picture",
                ana.browser().own());
    assertThat(member(refused, "code")).isEqualTo("DATABASE_UNWRITABLE");
  }
}
