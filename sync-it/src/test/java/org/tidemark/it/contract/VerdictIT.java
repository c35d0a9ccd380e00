package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** The verdict table from row 4 on, over HTTP; {@link RefusalIT} has the first three. */
@ExtendWith(WithServer.class)
class VerdictIT {

  private static final String EARLIER = "2026-03-01T11:00:00.000Z";
  private static final String LATER = "2026-03-01T12:30:00.000Z";

  private final Device ana;
  private final Device ben;
  private final String id = TestServer.unique("record");

  VerdictIT(TestServer server) {
    ana = server.device("ana");
    ben = server.device("ben");
  }

  @Test
  void push_creation_isAppliedAsVersionOne() {
    Tree answer = push(ana, edit("invoice", "{\"total\":10}"));

    assertThat(status(answer)).isEqualTo("APPLIED");
    assertThat(answer.at("version").number()).isEqualTo(1);
    assertThat(answer.at("updatedAt").text()).isEqualTo(Edit.NOON);
    assertThat(answer.at("space").text()).isEqualTo("demo");
  }

  @Test
  void push_withoutSpace_goesToPersonalSpace() {
    Tree answer = push(ana, edit("invoice", "{\"total\":10}").without("space"));

    assertThat(answer.at("space").text()).isEqualTo("~ana");
  }

  @Test
  void push_baseOfUnknownRecord_isRejected() {
    RefusalIT.assertRejected(
        push(ana, edit("invoice", "{\"total\":10}").on(3)), "RECORD_UNKNOWN", "VALIDATION");
  }

  @Test
  void push_deletionOfUnknownRecord_isApplied() {
    Tree answer = push(ana, Edit.delete("invoice", id).in("demo").on(3));

    assertThat(status(answer)).isEqualTo("APPLIED");
    assertThat(answer.at("version").isThere()).isFalse();
  }

  @Test
  void push_directSuccessorWithSlowClock_isAppliedAfterItsPredecessor() {
    push(ana, edit("invoice", "{\"total\":10}"));
    Tree answer = push(ben, edit("invoice", "{\"total\":11}").on(1).at(EARLIER));

    assertThat(status(answer)).isEqualTo("APPLIED");
    assertThat(answer.at("version").number()).isEqualTo(2);
    assertThat(answer.at("updatedAt").text()).isEqualTo("2026-03-01T12:00:00.001Z");
  }

  @Test
  void push_equalContentWithoutBase_isAppliedWithoutNewVersion() {
    push(ana, edit("invoice", "{\"total\":10}"));
    Tree answer = push(ben, edit("invoice", "{\"total\":10.0}").at(LATER));

    assertThat(status(answer)).isEqualTo("APPLIED");
    assertThat(answer.at("version").number()).isEqualTo(1);
  }

  @Test
  void push_bothDeleted_isAppliedWithoutNewVersion() {
    push(ana, edit("invoice", "{\"total\":10}"));
    push(ana, Edit.delete("invoice", id).in("demo").on(1));
    Tree answer = push(ana, Edit.delete("invoice", id).in("demo").on(1));

    assertThat(status(answer)).isEqualTo("APPLIED");
    assertThat(answer.at("version").number()).isEqualTo(2);
    assertThat(answer.at("deleted").isTrue()).isTrue();
  }

  @Test
  void push_baseFromTheFuture_isVersionConflict() {
    push(ana, edit("profile", "{\"name\":\"a\"}"));
    Tree answer = push(ben, edit("profile", "{\"name\":\"b\"}").on(7).at(LATER));

    assertConflict(answer, "VERSION");
    assertThat(answer.at("conflict", "localVersion").number()).isEqualTo(7);
    assertThat(answer.at("conflict", "serverVersion").number()).isEqualTo(1);
  }

  /** Row 9 where the content is diverged: the client's time against the server's. */
  @ParameterizedTest(name = "{0} at {1}: {2} {3}")
  @CsvSource({
    "profile, 2026-03-01T11:00:00.000Z, SERVER_WINS, ''",
    "profile, 2026-03-01T12:30:00.000Z, APPLIED, ''",
    "profile, 2026-03-01T12:00:00.000Z, CONFLICT, TIMESTAMP",
    "invoice, 2026-03-01T11:00:00.000Z, CONFLICT, VERSION",
    "invoice, 2026-03-01T12:30:00.000Z, CONFLICT, VERSION",
    "invoice, 2026-03-01T12:00:00.000Z, CONFLICT, VERSION",
    "note, 2026-03-01T11:00:00.000Z, CONFLICT, FIELD",
    "note, 2026-03-01T12:30:00.000Z, CONFLICT, FIELD",
    "note, 2026-03-01T12:00:00.000Z, CONFLICT, FIELD",
  })
  void push_diverged_isDecidedByPolicyAndTime(
      String type, String time, String status, String conflictType) {
    push(ana, edit(type, "{\"title\":\"base\"}").at("2026-03-01T10:00:00.000Z"));
    push(ana, edit(type, "{\"title\":\"server\"}").on(1));
    Tree answer = push(ben, edit(type, "{\"title\":\"client\"}").on(1).at(time));

    assertThat(status(answer)).isEqualTo(status);
    assertThat(answer.at("conflict", "conflictType").text()).isEqualTo(conflictType);
    String winner = status.equals("APPLIED") ? "client" : "server";
    assertThat(record(type).at("data", "title").text()).isEqualTo(winner);
  }

  @Test
  void push_lastWriteWinsEqualTimeEqualData_isVersionConflict() {
    push(ana, edit("profile", "{\"name\":\"base\"}").at("2026-03-01T10:00:00.000Z"));
    push(ana, edit("profile", "{\"name\":\"same\"}").on(1));

    assertConflict(push(ben, edit("profile", "{\"name\":\"same\"}").on(1)), "VERSION");
  }

  @Test
  void push_manualEqualContent_isAppliedWithoutNewVersion() {
    push(ana, edit("invoice", "{\"total\":1}").at("2026-03-01T10:00:00.000Z"));
    push(ana, edit("invoice", "{\"total\":2}").on(1));
    Tree answer = push(ben, edit("invoice", "{\"total\":2}").on(1).at(LATER));

    assertThat(status(answer)).isEqualTo("APPLIED");
    assertThat(answer.at("version").number()).isEqualTo(2);
  }

  @Test
  void push_fieldsOfTask_areMergedOneByOne() {
    push(ana, edit("task", "{\"title\":\"a\",\"done\":false}").at("2026-03-01T10:00:00.000Z"));
    push(ana, edit("task", "{\"title\":\"b\",\"done\":false}").on(1));
    Tree answer = push(ben, edit("task", "{\"title\":\"a\",\"done\":true}").on(1).at(EARLIER));

    assertThat(status(answer)).isEqualTo("MERGED");
    assertThat(answer.at("data")).hasToString("{\"done\":true,\"title\":\"b\"}");
  }

  @Test
  void push_deletionAgainstEditOfInvoice_isDeleteEditConflict() {
    push(ana, edit("invoice", "{\"total\":1}").at("2026-03-01T10:00:00.000Z"));
    push(ana, edit("invoice", "{\"total\":2}").on(1));

    assertConflict(push(ben, Edit.delete("invoice", id).in("demo").on(1)), "DELETE_EDIT");
  }

  @Test
  void push_losingSide_isKeptBesideTheChain() {
    push(ana, edit("profile", "{\"name\":\"base\"}").at("2026-03-01T10:00:00.000Z"));
    push(ana, edit("profile", "{\"name\":\"server\"}").on(1));
    push(ben, edit("profile", "{\"name\":\"lost\"}").on(1).at(EARLIER));

    List<Tree> revisions = ana.revisions("demo", "profile", id);
    assertThat(revisions)
        .filteredOn(revision -> revision.at("beside").isTrue())
        .singleElement()
        .satisfies(
            lost -> {
              assertThat(lost.at("data", "name").text()).isEqualTo("lost");
              assertThat(lost.at("writtenBy").text()).isEqualTo("ben");
            });
  }

  /** Ids may hold spaces, so that two mutations of two clients read alike when put together. */
  @Test
  void push_losingSidesOfNamesThatReadAlike_areAllKept() {
    push(ana, edit("profile", "{\"name\":\"server\"}"));
    String client = TestServer.unique("client");
    push(ben.withClientId(client + " a"), edit("profile", "{\"n\":1}").named("b").at(EARLIER));
    push(ben.withClientId(client), edit("profile", "{\"n\":2}").named("a b").at(EARLIER));

    assertThat(ana.revisions("demo", "profile", id))
        .extracting(revision -> revision.at("data").text())
        .contains("{\"n\":1}", "{\"n\":2}");
  }

  @Test
  void revisions_largeOnes_areReadInSeveralAnswers() {
    String text = "x".repeat(900_000);
    int count = 7;
    for (int i = 0; i < count; i++) {
      Edit edit = edit("profile", "{\"i\":%d,\"t\":\"%s\"}".formatted(i, text));
      push(ana, i == 0 ? edit : edit.on(i));
    }
    push(ben, edit("profile", "{\"i\":\"lost\"}").on(1).at("2026-03-01T09:00:00.000Z"));
    List<String> seen = new ArrayList<>();
    String after = "null";
    List<Tree> page = history(after);
    assertThat(page).hasSizeBetween(2, 6);
    for (; !page.isEmpty(); page = history(after)) {
      page.forEach(revision -> seen.add(revision.at("data", "i").text()));
      after = Http.quoted(page.get(page.size() - 1).at("place").text());
    }

    assertThat(seen).containsExactly("6", "lost", "5", "4", "3", "2", "1", "0");
  }

  private List<Tree> history(String after) {
    return ana.ask(
            """
            { revisions(space: "demo", entityType: "profile", id: "%s", after: %s) { data place } }
            """
                .formatted(id, after))
        .at("revisions")
        .elements();
  }

  @Test
  void push_wrongClientClock_isCorrectedByTheServer(TestServer server) {
    push(ana, edit("profile", "{\"name\":\"base\"}").at("2026-03-01T10:00:00.000Z"));
    push(ana, edit("profile", "{\"name\":\"server\"}").on(1));
    // A clock that is 50 years slow: corrected, this edit is of today and hence the newer one.
    Edit slow = edit("profile", "{\"name\":\"client\"}").on(1).at("1976-01-01T00:00:00Z");
    Tree answer = ben.pushAt("1976-01-01T00:00:10Z", slow);

    assertThat(status(answer)).isEqualTo("APPLIED");
    assertThat(answer.at("version").number()).isEqualTo(3);
    assertThat(answer.at("updatedAt").text()).isGreaterThan("2026-03-01T12:00:00.000Z");
  }

  private Edit edit(String type, String data) {
    return Edit.upsert(type, id, data).in("demo");
  }

  private Tree record(String type) {
    return ana.record("demo", type, id);
  }

  private static Tree push(Device device, Edit edit) {
    return device.push(edit);
  }

  private static String status(Tree answer) {
    return answer.at("status").text();
  }

  private static void assertConflict(Tree answer, String type) {
    assertThat(status(answer)).isEqualTo("CONFLICT");
    assertThat(answer.at("conflict", "conflictType").text()).isEqualTo(type);
  }
}
