package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** Conflicts: listed, superseded, and told to the client that they concern. */
@ExtendWith(WithServer.class)
class ConflictIT {

  private final TestServer server;
  private final Device ana;
  private final Device ben;
  private final String id = TestServer.unique("record");
  private final Clashes clashes;

  ConflictIT(TestServer server) {
    this.server = server;
    ana = server.device("ana");
    ben = server.device("ben");
    clashes = new Clashes(ana, ben, id);
  }

  @Test
  void laterConflict_supersedesAndKeepsTheFirstBase() {
    String first = clashes.clash();
    Tree second = ana.push(clashes.invoice("{\"n\":4}").on(1));
    String open = second.at("conflict", "conflictId").text();

    assertThat(second.at("conflict", "baseData")).hasToString("{\"n\":1}");
    assertThat(clashes.state(first)).startsWith("SUPERSEDED");
    Tree answer = ana.resolve(first, "KEEP_CLIENT", 2);
    assertThat(answer.at("status").text()).isEqualTo("CONFLICT");
    assertThat(answer.at("conflict", "conflictId").text()).isEqualTo(open);
    assertThat(clashes.openConflicts()).containsExactly(open);
  }

  @Test
  void laterAppliedPush_closesTheConflictAsSuperseded() {
    String conflict = clashes.clash();
    ana.push(clashes.invoice("{\"n\":12}").on(2));

    assertThat(clashes.state(conflict)).startsWith("SUPERSEDED");
    assertThat(clashes.openConflicts()).isEmpty();
  }

  @Test
  void laterRejectedPush_leavesTheConflictOpen() {
    String conflict = clashes.clash();
    ana.push(clashes.invoice("7"));

    assertThat(clashes.openConflicts()).containsExactly(conflict);
  }

  @Test
  void conflictsOfTwoClients_areBothOpen() {
    String first = clashes.clash();
    Device tablet = ana.another();
    String second =
        tablet.push(clashes.invoice("{\"n\":5}").on(1)).at("conflict", "conflictId").text();

    assertThat(clashes.openConflicts()).containsExactly(first);
    assertThat(ana.resolve(first, "USE_SERVER", 2).at("status").text()).isEqualTo("APPLIED");
    assertThat(clashes.state(second)).startsWith("OPEN");
  }

  @Test
  void resolvedConflict_comesInThePullOfItsClientAlone() {
    String conflict = clashes.clash();
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
    String conflict = clashes.clash();
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
    String conflict = clashes.clash();
    String question = "{ conflict(conflictId: \"%s\") { status } }".formatted(conflict);

    assertThat(server.device("carl").ask(question).at("conflict").isThere()).isFalse();
    assertThat(server.auditor().ask(question).at("conflict", "status").text()).isEqualTo("OPEN");
  }

  @Test
  void conflicts_pages_giveEachOnceInOrder() {
    List<String> all =
        List.of(clashes.clashOf(id + "-1"), clashes.clashOf(id + "-2"), clashes.clashOf(id + "-3"));
    Tree first = clashes.conflicts("first: 2");
    Tree second =
        clashes.conflicts("first: 2, after: " + Http.quoted(first.at("endCursor").text()));

    assertThat(first.at("total").number()).isEqualTo(3);
    assertThat(first.at("items").texts("conflictId")).isEqualTo(all.subList(0, 2));
    assertThat(second.at("items").texts("conflictId")).isEqualTo(all.subList(2, 3));
    assertThat(clashes.conflicts("entityType: \"task\"").at("total").number()).isZero();
    assertThat(clashes.conflicts("status: RESOLVED").at("total").number()).isZero();
    assertThat(clashes.conflicts("space: \"demo\", status: OPEN").at("total").number())
        .isEqualTo(3);
  }

  /** Pulls until there is no more; gives the cursor. */
  private static String end(Device device) {
    Tree page = device.pull();
    while (page.at("hasMore").isTrue()) {
      page = device.pull(page.at("cursor").text());
    }
    return page.at("cursor").text();
  }
}
