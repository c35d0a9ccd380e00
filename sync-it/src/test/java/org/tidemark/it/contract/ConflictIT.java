package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.it.load.Await;
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
    String mine = ana.pullToTheEnd();
    String others = tablet.pullToTheEnd();
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

  @Test
  void conflicts_largeOnes_areGivenInSmallerPages() {
    String text = "x".repeat(400_000);
    for (int i = 0; i < 3; i++) {
      String record = id + "-" + i;
      ana.push(Edit.upsert("invoice", record, "{\"n\":\"" + text + "\"}").in("demo"));
      ben.push(Edit.upsert("invoice", record, "{\"n\":\"" + text + "b\"}").in("demo").on(1));
      ana.push(Edit.upsert("invoice", record, "{\"n\":\"" + text + "a\"}").in("demo").on(1));
    }
    Set<String> seen = new HashSet<>();
    Tree page = clashes.conflicts("first: 200");
    assertThat(page.at("items").elements()).hasSizeLessThan(3);
    for (; page.at("endCursor").isThere(); page = after(page)) {
      seen.addAll(page.at("items").texts("conflictId"));
    }
    seen.addAll(page.at("items").texts("conflictId"));

    assertThat(seen).hasSize(3);
    assertThat(page.at("total").number()).isEqualTo(3);
  }

  private Tree after(Tree page) {
    return clashes.conflicts("first: 200, after: " + Http.quoted(page.at("endCursor").text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01T00:00:00.0000000000Z x",
        "2026-01-01T00:00:00+20:00 x",
        "2026-01-01t00:00:00z x",
        "0001-01-01T00:00:00Z x",
        "yesterday x",
        "2026-01-01T00:00:00Z"
      })
  void conflicts_forgedEndOfAPage_isAnsweredOrRefused(String place) {
    String after = Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    String code = ana.refusal("{ conflicts(after: \"%s\") { total } }".formatted(after));

    assertThat(code).isIn("", "INVALID_REQUEST");
  }

  /** The push waits for the record while somebody closes the conflict that it would supersede. */
  @Test
  void conflictClosedWhileAPushWaits_isNotSuperseded() throws SQLException {
    String first = clashes.clash();
    ben.push(clashes.invoice("{\"n\":10}").on(2));
    Edit late = clashes.invoice("{\"n\":4}").on(2);
    CompletableFuture<Tree> answer;
    try (Connection other = server.connection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select 1 from record where id = '%s' for update".formatted(id));
      answer = CompletableFuture.supplyAsync(() -> ana.push(late));
      Await.until(
          "the push waits",
          Duration.ofSeconds(60),
          () ->
              server.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                  > 0);
      statement.execute(
          """
          update conflict set status = 'RESOLVED', resolution = 'USE_SERVER', resolved_by = 'ben',
                              resolved_at = now(), resolved_version = 3
           where conflict_id = '%s'
          """
              .formatted(first));
      other.commit();
    }

    assertThat(answer.join().at("status").text()).isEqualTo("CONFLICT");
    assertThat(answer.join().at("conflict", "baseData")).hasToString("{\"n\":9}");
    assertThat(clashes.state(first)).isEqualTo("RESOLVED USE_SERVER ben");
  }
}
