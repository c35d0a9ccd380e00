package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** Conflicts: listed, settled, superseded, and told to the client that they concern. */
@ExtendWith(WithServer.class)
class ResolveIT {

  private final TestServer server;
  private final Device ana;
  private final Device ben;
  private final String id = TestServer.unique("record");

  ResolveIT(TestServer server) {
    this.server = server;
    ana = server.device("ana");
    ben = server.device("ben");
  }

  @Test
  void resolve_keepClient_writesTheClientsSide() {
    String conflict = clash();
    Tree answer = ana.resolve(conflict, "KEEP_CLIENT", 2);

    assertApplied(answer, 3, "{\"n\":2}");
    assertThat(record().at("data")).hasToString("{\"n\":2}");
    assertThat(state(conflict)).isEqualTo("RESOLVED KEEP_CLIENT ana");
  }

  @Test
  void resolve_useServer_writesNoVersion() {
    String conflict = clash();
    Tree answer = ben.resolve(conflict, "USE_SERVER", 2);

    assertApplied(answer, 2, "{\"n\":9}");
    assertThat(ana.revisions("demo", "invoice", id)).hasSize(2);
    assertThat(state(conflict)).isEqualTo("RESOLVED USE_SERVER ben");
  }

  @Test
  void resolve_merge_writesTheGivenData() {
    String conflict = clash();
    Tree answer = ana.resolve(TestServer.unique("r"), conflict, "MERGE", 2, "{\"n\":11}");

    assertApplied(answer, 3, "{\"n\":11}");
    assertThat(ana.revisions("demo", "invoice", id).get(0).at("writtenBy").text()).isEqualTo("ana");
  }

  @Test
  void resolve_mergeWithoutData_isRefused() {
    String conflict = clash();
    Reply reply = ana.tryResolve(TestServer.unique("r"), conflict, "MERGE", 2, "null");

    assertThat(reply.code()).isEqualTo("INVALID_REQUEST");
    assertThat(reply.extensions().at("fields").texts("path")).containsExactly("/data");
    assertThat(openConflicts()).containsExactly(conflict);
  }

  @Test
  void resolve_keepClientsDeletion_writesTombstone() {
    ana.push(invoice("{\"n\":1}"));
    ben.push(invoice("{\"n\":9}").on(1));
    Tree clash = ana.push(Edit.delete("invoice", id).in("demo").on(1));
    Tree answer = ana.resolve(clash.at("conflict", "conflictId").text(), "KEEP_CLIENT", 2);

    assertThat(answer.at("status").text()).isEqualTo("APPLIED");
    assertThat(answer.at("deleted").isTrue()).isTrue();
    assertThat(record().at("version").number()).isEqualTo(3);
  }

  @Test
  void resolve_again_givesTheSameAnswer() {
    String conflict = clash();
    Tree first = ana.resolve("again-" + id, conflict, "KEEP_CLIENT", 2, "null");
    Tree second = ana.resolve("again-" + id, conflict, "KEEP_CLIENT", 2, "null");

    assertThat(second).isEqualTo(first);
    assertThat(record().at("version").number()).isEqualTo(3);
  }

  @Test
  void resolve_sameIdOtherDecision_isRejected() {
    String conflict = clash();
    ana.resolve("again-" + id, conflict, "KEEP_CLIENT", 2, "null");
    Tree other = ana.resolve("again-" + id, conflict, "USE_SERVER", 2, "null");

    assertThat(other.at("error", "code").text()).isEqualTo("MUTATION_ID_REUSED");
  }

  @Test
  void resolve_resolvedConflict_isClosedAndGivesTheRecord() {
    String conflict = clash();
    ana.resolve(conflict, "KEEP_CLIENT", 2);
    Tree answer = ben.resolve(conflict, "USE_SERVER", 3);

    assertThat(answer.at("status").text()).isEqualTo("REJECTED");
    assertThat(answer.at("error", "code").text()).isEqualTo("CONFLICT_CLOSED");
    assertThat(answer.at("version").number()).isEqualTo(3);
    assertThat(answer.at("data")).hasToString("{\"n\":2}");
  }

  @Test
  void resolve_recordMovedOn_writesNothingAndGivesTheFreshConflict() {
    String conflict = clash();
    ben.push(invoice("{\"n\":10}").on(2));
    Tree answer = ana.resolve(conflict, "KEEP_CLIENT", 2);

    assertThat(answer.at("status").text()).isEqualTo("CONFLICT");
    assertThat(answer.at("conflict", "conflictId").text()).isEqualTo(conflict);
    assertThat(answer.at("conflict", "serverVersion").number()).isEqualTo(3);
    assertThat(answer.at("conflict", "serverData")).hasToString("{\"n\":10}");
    assertThat(record().at("version").number()).isEqualTo(3);
    assertApplied(ana.resolve(conflict, "KEEP_CLIENT", 3), 4, "{\"n\":2}");
  }

  @Test
  void resolve_unknownConflict_isRejected() {
    Tree answer = ana.resolve("no-such-conflict", "USE_SERVER", 1);

    assertThat(answer.at("error", "code").text()).isEqualTo("CONFLICT_UNKNOWN");
  }

  @Test
  void resolve_conflictOfAnotherSpace_isUnknown() {
    Tree answer = server.device("carl").resolve(clash(), "USE_SERVER", 2);

    assertThat(answer.at("error", "code").text()).isEqualTo("CONFLICT_UNKNOWN");
  }

  @Test
  void resolve_byAdministrator_worksEverywhereAndIsAudited() {
    String conflict = clash();
    Tree answer = server.administrator().resolve(conflict, "KEEP_CLIENT", 2);

    assertApplied(answer, 3, "{\"n\":2}");
    assertThat(
            server.text(
                "select actor || ' ' || before_value || ' ' || after_value from audit where conflict_id = ? and action like 'conflict.KEEP%'",
                conflict))
        .isEqualTo("admin {\"n\":9} {\"n\":2}");
  }

  @Test
  void resolve_asPrevious_isTheBaseOfLaterEdits() {
    String conflict = clash();
    ana.resolve("base-" + id, conflict, "KEEP_CLIENT", 2, "null");
    Tree next = ana.push(invoice("{\"n\":3}").with("previous", Http.quoted("base-" + id)));

    assertApplied(next, 4, "{\"n\":3}");
  }

  @Test
  void laterConflict_supersedesAndKeepsTheFirstBase() {
    String first = clash();
    Tree second = ana.push(invoice("{\"n\":4}").on(1));
    String open = second.at("conflict", "conflictId").text();

    assertThat(second.at("conflict", "baseData")).hasToString("{\"n\":1}");
    assertThat(state(first)).startsWith("SUPERSEDED");
    Tree answer = ana.resolve(first, "KEEP_CLIENT", 2);
    assertThat(answer.at("status").text()).isEqualTo("CONFLICT");
    assertThat(answer.at("conflict", "conflictId").text()).isEqualTo(open);
    assertThat(openConflicts()).containsExactly(open);
  }

  @Test
  void laterAppliedPush_closesTheConflictAsSuperseded() {
    String conflict = clash();
    ana.push(invoice("{\"n\":12}").on(2));

    assertThat(state(conflict)).startsWith("SUPERSEDED");
    assertThat(openConflicts()).isEmpty();
  }

  @Test
  void laterRejectedPush_leavesTheConflictOpen() {
    String conflict = clash();
    ana.push(invoice("7"));

    assertThat(openConflicts()).containsExactly(conflict);
  }

  @Test
  void conflictsOfTwoClients_areBothOpen() {
    String first = clash();
    Device tablet = ana.another();
    String second = tablet.push(invoice("{\"n\":5}").on(1)).at("conflict", "conflictId").text();

    assertThat(openConflicts()).containsExactly(first);
    assertThat(ana.resolve(first, "USE_SERVER", 2).at("status").text()).isEqualTo("APPLIED");
    assertThat(state(second)).startsWith("OPEN");
  }

  @Test
  void resolvedConflict_comesInThePullOfItsClientAlone() {
    String conflict = clash();
    Device tablet = ana.another();
    String mine = end(ana);
    String others = end(tablet);
    ben.resolve(conflict, "USE_SERVER", 2);
    Tree page = ana.pull(mine);

    assertThat(page.at("resolvedConflicts").elements())
        .filteredOn(closed -> closed.at("conflictId").text().equals(conflict))
        .singleElement()
        .satisfies(
            closed -> {
              assertThat(closed.at("status").text()).isEqualTo("RESOLVED");
              assertThat(closed.at("resolution").text()).isEqualTo("USE_SERVER");
              assertThat(closed.at("resolvedBy").text()).isEqualTo("ben");
              assertThat(closed.at("version").number()).isEqualTo(2);
            });
    assertThat(tablet.pull(others).at("resolvedConflicts").texts("conflictId"))
        .doesNotContain(conflict);
  }

  @Test
  void conflict_carriesAllThatADecisionNeeds() {
    String conflict = clash();
    Tree payload =
        ana.ask(
                """
                { conflict(conflictId: "%s") { status clientId space entityType id detectedAt payload {
                  conflictType serverData clientData baseData serverVersion localVersion serverUpdatedAt
                  clientUpdatedAt clientEffectiveAt resolutionSuggested explanation
                  fields { path base server client suggested settled } } } }
                """
                    .formatted(conflict))
            .at("conflict", "payload");

    assertThat(payload.at("serverData")).hasToString("{\"n\":9}");
    assertThat(payload.at("clientData")).hasToString("{\"n\":2}");
    assertThat(payload.at("baseData")).hasToString("{\"n\":1}");
    assertThat(payload.at("serverVersion").number()).isEqualTo(2);
    assertThat(payload.at("localVersion").number()).isEqualTo(1);
    assertThat(payload.at("serverUpdatedAt").text()).isNotEmpty();
    assertThat(payload.at("clientUpdatedAt").text()).isEqualTo(Edit.NOON);
    assertThat(payload.at("clientEffectiveAt").text()).isEqualTo(Edit.NOON);
    assertThat(payload.at("explanation").text()).isNotEmpty();
    assertThat(payload.at("fields").texts("path")).containsExactly("/n");
    assertThat(payload.at("resolutionSuggested", "n").isThere()).isTrue();
  }

  @Test
  void conflict_ofAnotherSpace_isNotShown() {
    String conflict = clash();
    String question = "{ conflict(conflictId: \"%s\") { status } }".formatted(conflict);

    assertThat(server.device("carl").ask(question).at("conflict").isThere()).isFalse();
    assertThat(server.auditor().ask(question).at("conflict", "status").text()).isEqualTo("OPEN");
  }

  @Test
  void conflicts_pages_giveEachOnceInOrder() {
    List<String> all = List.of(clashOf(id + "-1"), clashOf(id + "-2"), clashOf(id + "-3"));
    Tree first = conflicts("first: 2");
    Tree second = conflicts("first: 2, after: " + Http.quoted(first.at("endCursor").text()));

    assertThat(first.at("total").number()).isEqualTo(3);
    assertThat(first.at("items").texts("conflictId")).isEqualTo(all.subList(0, 2));
    assertThat(second.at("items").texts("conflictId")).isEqualTo(all.subList(2, 3));
    assertThat(conflicts("entityType: \"task\"").at("total").number()).isZero();
    assertThat(conflicts("status: RESOLVED").at("total").number()).isZero();
    assertThat(conflicts("space: \"demo\", status: OPEN").at("total").number()).isEqualTo(3);
  }

  private Tree conflicts(String filter) {
    return ana.ask(
            "{ conflicts(clientId: %s, %s) { total endCursor items { conflictId } } }"
                .formatted(Http.quoted(ana.clientId()), filter))
        .at("conflicts");
  }

  private List<String> openConflicts() {
    return conflicts("status: OPEN").at("items").texts("conflictId");
  }

  /** Ana's edit clashes with Ben's; gives the conflict. */
  private String clash() {
    return clashOf(id);
  }

  private String clashOf(String record) {
    ana.push(Edit.upsert("invoice", record, "{\"n\":1}").in("demo"));
    ben.push(Edit.upsert("invoice", record, "{\"n\":9}").in("demo").on(1));
    Tree answer = ana.push(Edit.upsert("invoice", record, "{\"n\":2}").in("demo").on(1));
    assertThat(answer.at("status").text()).isEqualTo("CONFLICT");
    return answer.at("conflict", "conflictId").text();
  }

  private Edit invoice(String data) {
    return Edit.upsert("invoice", id, data).in("demo");
  }

  private Tree record() {
    return ana.record("demo", "invoice", id);
  }

  private String state(String conflict) {
    Tree state =
        ana.ask(
                "{ conflict(conflictId: \"%s\") { status resolution resolvedBy } }"
                    .formatted(conflict))
            .at("conflict");
    return String.join(
        " ",
        state.at("status").text(),
        state.at("resolution").text(),
        state.at("resolvedBy").text());
  }

  /** Pulls until there is no more; gives the cursor. */
  private static String end(Device device) {
    Tree page = device.pull();
    while (page.at("hasMore").isTrue()) {
      page = device.pull(page.at("cursor").text());
    }
    return page.at("cursor").text();
  }

  private static void assertApplied(Tree answer, int version, String data) {
    assertThat(answer.at("status").text()).as(answer.toString()).isEqualTo("APPLIED");
    assertThat(answer.at("version").number()).isEqualTo(version);
    assertThat(answer.at("data")).hasToString(data);
  }
}
