package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** Batches: chains within and across them, several spaces, bad neighbours, limits. */
@ExtendWith(WithServer.class)
class BatchIT {

  private final TestServer server;
  private final Device ana;
  private final Device ben;
  private final String id = TestServer.unique("record");

  BatchIT(TestServer server) {
    this.server = server;
    ana = server.device("ana");
    ben = server.device("ben");
  }

  @Test
  void batch_editsOfOneRecord_applyInTheirOrder() {
    List<Tree> answers =
        ana.pushAll(invoice("{\"n\":1}"), invoice("{\"n\":2}"), invoice("{\"n\":3}"));

    assertThat(answers).allSatisfy(answer -> assertStatus(answer, "APPLIED"));
    assertThat(answers)
        .extracting(answer -> answer.at("version").number())
        .containsExactly(1, 2, 3);
    assertThat(ana.revisions("demo", "invoice", id)).hasSize(3);
  }

  @Test
  void chain_previousApplied_isDirectSuccessor() {
    Edit first = invoice("{\"n\":1}");
    ana.push(first);
    Tree second = ana.push(invoice("{\"n\":2}").after(first));

    assertStatus(second, "APPLIED");
    assertThat(second.at("version").number()).isEqualTo(2);
  }

  @Test
  void chain_previousAppliedButOthersWroteSince_conflictsWithPreviousAsBase() {
    Edit first = invoice("{\"n\":1}");
    ana.push(first);
    ben.push(invoice("{\"n\":9}").on(1));
    Tree second = ana.push(invoice("{\"n\":2}").after(first));

    assertStatus(second, "CONFLICT");
    assertThat(second.at("conflict", "baseData")).hasToString("{\"n\":1}");
  }

  @Test
  void chain_previousMerged_countsEachChangeOnce() {
    ana.push(counter(10));
    ben.push(counter(15).on(1));
    Edit first = counter(11).on(1);
    Edit second = counter(13).on(1).after(first);

    assertStatus(ana.push(first), "MERGED");
    Tree answer = ana.push(second);
    assertStatus(answer, "MERGED");
    assertThat(answer.at("data", "count").number()).isEqualTo(18);
  }

  @Test
  void chain_withinOneBatchWithoutPrevious_countsEachChangeOnce() {
    ana.push(counter(10));
    ben.push(counter(15).on(1));
    List<Tree> answers = ana.pushAll(counter(11).on(1), counter(13).on(1));

    assertThat(answers.get(1).at("data", "count").number()).isEqualTo(18);
  }

  @Test
  void chain_previousServerWon_hasItsClientDataAsBase() {
    ana.push(task("{\"a\":0,\"b\":0}").at("2026-03-01T10:00:00Z"));
    ben.push(task("{\"a\":9,\"b\":0}").on(1));
    Edit loses = task("{\"a\":1,\"b\":0}").on(1).at("2026-03-01T11:00:00Z");
    assertStatus(ana.push(loses), "SERVER_WINS");
    Tree next = ana.push(task("{\"a\":1,\"b\":5}").on(1).after(loses).at("2026-03-01T11:30:00Z"));

    assertStatus(next, "MERGED");
    assertThat(next.at("data")).hasToString("{\"a\":9,\"b\":5}");
  }

  @Test
  void chain_previousConflicted_keepsTheBaseThatItHad() {
    ana.push(invoice("{\"n\":1}"));
    ben.push(invoice("{\"n\":9}").on(1));
    Edit clash = invoice("{\"n\":2}").on(1);
    ana.push(clash);
    Tree next = ana.push(invoice("{\"n\":3}").after(clash));

    assertStatus(next, "CONFLICT");
    assertThat(next.at("conflict", "baseData")).hasToString("{\"n\":1}");
  }

  @Test
  void chain_previousUnknown_baseVersionCounts() {
    ana.push(invoice("{\"n\":1}"));
    Edit never = invoice("{\"n\":7}");
    Tree next = ana.push(invoice("{\"n\":2}").after(never).on(1));

    assertStatus(next, "APPLIED");
    assertThat(next.at("version").number()).isEqualTo(2);
  }

  @Test
  void batch_severalSpaces_appliesEachAndKeepsTheOrderOfAnswers() {
    String other = TestServer.unique("space");
    ana.ask("mutation { createSpace(space: \"%s\") { space } }".formatted(other));
    List<Tree> answers =
        ana.pushAll(
            invoice("{\"n\":1}"),
            invoice("{\"n\":2}").in(other),
            invoice("{\"n\":3}").without("space"),
            Edit.upsert("invoice", id + "-b", "{\"n\":4}").in(other));

    assertThat(answers).allSatisfy(answer -> assertStatus(answer, "APPLIED"));
    assertThat(answers)
        .extracting(answer -> answer.at("space").text())
        .containsExactly("demo", other, "~ana", other);
    assertThat(ana.record(other, "invoice", id).at("data")).hasToString("{\"n\":2}");
  }

  @Test
  void batch_badMutations_doNotSinkTheOthers() {
    List<Tree> answers =
        ana.pushAll(
            Edit.upsert("invoice", id + "-1", "{}").in("demo"),
            Edit.upsert("invoice", id + "-2", "7").in("demo"),
            Edit.upsert("invoice", id + "-3", "{}").in("nobody-s"),
            Edit.upsert("in voice", id + "-4", "{}").in("demo"),
            Edit.upsert("invoice", "", "{}").in("demo"),
            Edit.upsert("invoice", id + "-6", "{}").in("demo").named(""),
            Edit.upsert("invoice", id + "-7", "{}").in("demo"));

    assertThat(answers)
        .extracting(answer -> answer.at("status").text())
        .containsExactly(
            "APPLIED", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "APPLIED");
  }

  @Test
  void batch_databaseRefusesOneRecord_onlyThatMutationFailsAndMayBeSentAgain() {
    String bad = id + "-bad";
    server.execute(
        """
        create function refuse_%1$s() returns trigger language plpgsql as
        'begin raise exception ''refused by a test''; end'
        """
            .formatted(bad.replace('-', '_')));
    server.execute(
        "create trigger refuse before insert on record for each row when (new.id = '%s') execute function refuse_%s()"
            .formatted(bad, bad.replace('-', '_')));
    List<Edit> edits =
        List.of(
            Edit.upsert("invoice", id + "-1", "{}").in("demo"),
            Edit.upsert("invoice", bad, "{\"n\":1}").in("demo"),
            Edit.upsert("invoice", bad, "{\"n\":2}").in("demo"),
            Edit.upsert("invoice", id + "-4", "{}").in("demo"));
    List<Tree> answers = ana.pushAll(edits);
    long receipts = server.number("select count(*) from receipt where id = ?", bad);
    server.execute("drop trigger refuse on record");

    assertThat(answers)
        .extracting(answer -> answer.at("status").text())
        .containsExactly("APPLIED", "REJECTED", "REJECTED", "APPLIED");
    assertThat(answers.get(1).at("error", "category").text()).isEqualTo("SERVER");
    assertThat(answers.get(1).at("error", "retryable").isTrue()).isTrue();
    assertThat(answers.get(1).at("error", "message").text()).doesNotContain("refused by a test");
    assertThat(answers.get(2).at("error", "code").text()).isEqualTo("EARLIER_EDIT_FAILED");
    assertThat(receipts).isZero();
    assertThat(ana.pushAll(edits)).allSatisfy(answer -> assertStatus(answer, "APPLIED"));
    assertThat(ana.record("demo", "invoice", bad).at("data")).hasToString("{\"n\":2}");
  }

  @Test
  void batch_sameMutationTwice_isDoneOnceAndAnsweredTwice() {
    Edit edit = counter(5);
    List<Tree> answers = ana.pushAll(edit, edit);

    assertThat(answers.get(0)).isEqualTo(answers.get(1));
    assertThat(ana.record("demo", "counter", id).at("version").number()).isEqualTo(1);
  }

  @Test
  void batch_empty_isAnsweredWithNothing() {
    assertThat(ana.pushAll(List.of())).isEmpty();
  }

  @Test
  void batch_thousandMutations_isTheMost() {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < 1_001; i++) {
      edits.add(Edit.upsert("profile", id + "-" + i, "{\"n\":" + i + "}").in("demo"));
    }
    Reply tooLarge = ana.trySync("", edits);

    assertThat(tooLarge.code()).isEqualTo("BATCH_TOO_LARGE");
    assertThat(tooLarge.extensions().at("category").text()).isEqualTo("VALIDATION");
    assertThat(ana.record("demo", "profile", id + "-0").isThere()).isFalse();
    assertThat(ana.pushAll(edits.subList(0, 1_000)))
        .allSatisfy(answer -> assertStatus(answer, "APPLIED"));
  }

  @Test
  void body_overFiveMebibytes_isRefused() {
    List<Edit> edits = new ArrayList<>();
    String text = "x".repeat(900_000);
    for (int i = 0; i < 6; i++) {
      edits.add(Edit.upsert("profile", id + "-" + i, "{\"t\":\"" + text + "\"}").in("demo"));
    }
    Reply reply = ana.trySync("", edits);

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.code()).isEqualTo("BODY_TOO_LARGE");
    assertThat(reply.extensions().at("category").text()).isEqualTo("VALIDATION");
    assertThat(ana.pushAll(edits.subList(0, 5)))
        .allSatisfy(answer -> assertStatus(answer, "APPLIED"));
  }

  /** Small edits of large records: what they touch is read into memory at once. */
  @Test
  void batch_ofRecordsThatAreTooMuchTogether_isRefusedUntilItIsSmaller() {
    List<Edit> creations = new ArrayList<>();
    List<Edit> deletions = new ArrayList<>();
    String text = "x".repeat(900_000);
    for (int i = 0; i < 10; i++) {
      creations.add(Edit.upsert("profile", id + "-" + i, "{\"t\":\"" + text + "\"}").in("demo"));
      deletions.add(Edit.delete("profile", id + "-" + i).in("demo").on(1));
    }
    ana.pushAll(creations.subList(0, 5));
    ana.pushAll(creations.subList(5, 10));
    Reply reply = ana.trySync("", deletions);

    assertThat(reply.code()).isEqualTo("BATCH_TOO_LARGE");
    assertThat(reply.extensions().at("category").text()).isEqualTo("VALIDATION");
    assertThat(ana.record("demo", "profile", id + "-0").at("version").number()).isEqualTo(1);
    for (List<Edit> half : List.of(deletions.subList(0, 5), deletions.subList(5, 10))) {
      assertThat(ana.pushAll(half)).allSatisfy(answer -> assertStatus(answer, "APPLIED"));
    }
  }

  /** Two answers that hold a large record several times each: their batch can't be any smaller. */
  @Test
  void push_afterAConflictOfLargeRecords_isNotTooMuch() {
    String text = "\"t\":\"" + "x".repeat(900_000) + "\"";
    ana.push(invoice("{\"n\":1," + text + "}"));
    ben.push(invoice("{\"n\":9," + text + "}").on(1));
    Edit clash = invoice("{\"n\":2," + text + "}").on(1);
    Edit next = invoice("{\"n\":3," + text + "}").on(1).after(clash);
    assertStatus(ana.push(clash), "CONFLICT");

    Tree answer = ana.push(next);
    assertStatus(answer, "CONFLICT");
    assertThat(ana.push(next)).isEqualTo(answer);
  }

  @Test
  void push_clientIdOfAnotherUser_isRefused() {
    ana.push(invoice("{\"n\":1}"));
    Reply reply = ben.withClientId(ana.clientId()).trySync(invoice("{\"n\":2}"));

    assertThat(reply.code()).isEqualTo("CLIENT_ID_TAKEN");
    assertThat(reply.extensions().at("category").text()).isEqualTo("AUTH");
  }

  private Edit invoice(String data) {
    return Edit.upsert("invoice", id, data).in("demo");
  }

  private Edit task(String data) {
    return Edit.upsert("task", id, data).in("demo");
  }

  private Edit counter(int count) {
    return Edit.upsert("counter", id, "{\"count\":" + count + "}").in("demo");
  }

  private static void assertStatus(Tree answer, String status) {
    assertThat(answer.at("status").text()).as(answer.toString()).isEqualTo(status);
  }
}
