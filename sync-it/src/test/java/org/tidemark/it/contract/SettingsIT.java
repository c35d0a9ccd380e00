package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithOtherSettings;

/** What settings change that the other tests leave as they are. */
@ExtendWith(WithOtherSettings.class)
class SettingsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestServer server;
  private final Device ana;
  private final String id = TestServer.unique("record");

  SettingsIT(TestServer server) {
    this.server = server;
    ana = server.device("ana");
  }

  @Test
  void closedTypes_unknownType_isRejected() {
    Edit edit = Edit.upsert("unheard_of", id, "{\"n\":1}").in("demo");
    Tree answer = ana.push(edit);

    assertThat(answer.at("status").text()).isEqualTo("REJECTED");
    assertThat(answer.at("error", "code").text()).isEqualTo("UNKNOWN_ENTITY_TYPE");
    assertThat(answer.at("error", "category").text()).isEqualTo("VALIDATION");
    assertThat(answer.at("error", "retryable").isTrue()).isFalse();
    assertThat(server.number("select count(*) from record where id = ?", id)).isZero();
    assertThat(ana.push(edit)).isEqualTo(answer);
  }

  @Test
  void closedTypes_knownType_isApplied() {
    assertThat(ana.push(invoice(id)).at("status").text()).isEqualTo("APPLIED");
  }

  @Test
  void closedTypes_typeThatGetsAPolicy_isOpenFromThenOn() {
    String type = TestServer.unique("type");
    Edit edit = Edit.upsert(type, id, "{\"n\":1}").in("demo");
    assertThat(ana.push(edit).at("status").text()).isEqualTo("REJECTED");
    server
        .administrator()
        .ask(
            "mutation { savePolicy(policy: {entityType: \"%s\", strategy: \"MANUAL\"}) { version } }"
                .formatted(type));

    assertThat(ana.push(edit.named(TestServer.unique("m"))).at("status").text())
        .isEqualTo("APPLIED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ __schema { types { name } } }",
        "{ __type(name: \"Query\") { fields { name } } }",
        "{ spaces { space } __schema { queryType { name } } }",
        "query q { ...f } fragment f on Query { s: __schema { queryType { name } } }"
      })
  void introspectionOff_questionAboutTheSchema_isRefused(String document) {
    Reply reply = ana.http().graphql(document, "{}");

    assertThat(reply.code()).isEqualTo("INTROSPECTION_OFF");
    assertThat(reply.body()).doesNotContain("SyncResult");
  }

  @Test
  void introspectionOff_schemaAsText_isNotThere() {
    Reply reply = ana.http().get("/graphql/schema.graphql");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).doesNotContain("SyncResult");
  }

  @Test
  void introspectionOff_typeNamesOfAnswers_areStillGiven() {
    assertThat(ana.ask("{ __typename spaces { __typename } }").at("__typename").text())
        .isEqualTo("Query");
  }

  @Test
  void maxBatch_asLargeAsAllowed_isApplied() {
    assertThat(ana.pushAll(invoices(WithOtherSettings.MAX_BATCH)))
        .allSatisfy(answer -> assertThat(answer.at("status").text()).isEqualTo("APPLIED"));
  }

  @Test
  void maxBatch_oneMore_isRefusedAsAWhole() {
    String before = server.everythingWritten();
    Reply reply = ana.trySync("", invoices(WithOtherSettings.MAX_BATCH + 1));

    assertThat(reply.code()).isEqualTo("BATCH_TOO_LARGE");
    assertThat(reply.extensions().at("category").text()).isEqualTo("VALIDATION");
    assertThat(reply.extensions().at("retryable").isTrue()).isFalse();
    assertThat(reply.extensions().at("fields", 0, "message").text()).contains("4", "3");
    assertThat(server.everythingWritten()).isEqualTo(before);
  }

  @Test
  void tombstoneLife_olderCursor_isExpired() {
    ana.push(invoice(id));
    String cursor = ana.pull().at("cursor").text();
    assertThat(ana.tryPull(cursor, "").code()).isEmpty();

    Await.until("the cursor is too old", PATIENCE, () -> !ana.tryPull(cursor, "").code().isEmpty());
    assertThat(ana.tryPull(cursor, "").code()).isEqualTo("CURSOR_EXPIRED");
    assertThat(ana.pull().at("changes").texts("id")).contains(id);
  }

  @Test
  void tombstoneLife_ended_timerTakesTheTombstoneOutOfTheFeedAndKeepsNameAndVersion() {
    String name = TestServer.unique("carl");
    Device carl = server.device(name);
    carl.push(Edit.upsert("profile", id, "{\"n\":1}"));
    carl.push(Edit.delete("profile", id).on(1));
    assertThat(carl.pull().at("changes").texts("id")).containsExactly(id);

    Await.until("purged", PATIENCE, () -> carl.pull().at("changes").elements().isEmpty());
    Tree kept = carl.record("~" + name, "profile", id);
    assertThat(kept.at("version").number()).isEqualTo(2);
    assertThat(kept.at("deleted").isTrue()).isTrue();

    Tree again = carl.push(Edit.upsert("profile", id, "{\"n\":2}").at("2026-03-01T13:00:00Z"));
    assertThat(again.at("status").text()).isEqualTo("APPLIED");
    assertThat(again.at("version").number()).isEqualTo(3);
    assertThat(carl.pull().at("changes", 0, "version").number()).isEqualTo(3);
  }

  /** Otherwise an edit that wins over an old state would take it from the history as well. */
  @Test
  void historyLife_stateThatStoodForLonger_isKeptFromItsReplacementOn() {
    String old = id + "-old";
    ana.push(invoice(id));
    ana.push(invoice(old));
    server.execute(
        "update record set written_at = now() - interval '200 days' where id in (?, ?)", id, old);
    ana.push(Edit.upsert("invoice", id, "{\"n\":2}").in("demo").on(1));
    ana.push(Edit.upsert("invoice", old, "{\"n\":2}").in("demo").on(1));
    server.execute(
        "update revision set written_at = now() - interval '200 days' where id = ?", old);

    Await.until("cleaned", PATIENCE, () -> ana.revisions("demo", "invoice", old).size() == 1);
    assertThat(ana.revisions("demo", "invoice", id))
        .extracting(revision -> revision.at("data").text())
        .containsExactly("{\"n\":2}", "{\"n\":1}");
  }

  @Test
  void cacheLifespan_ended_databaseAnswers() {
    Edit edit = invoice(id);
    Tree answer = ana.push(edit);
    server.execute(
        "update receipt set answer = replace(answer, 'APPLIED', 'MERGED') where id = ?", id);
    assertThat(ana.push(edit)).as("from the cache").isEqualTo(answer);

    Await.until(
        "answered from the database",
        PATIENCE,
        () -> ana.push(edit).at("status").text().equals("MERGED"));
  }

  /** The cache is bounded by the number of its entries, so large ones have no place in it. */
  @Test
  void cache_largeAnswer_isLeftToTheDatabase() {
    Device ben = server.device("ben");
    String text = "x".repeat(5_000);
    ana.push(Edit.upsert("invoice", id, "{\"n\":1}").in("demo"));
    ben.push(Edit.upsert("invoice", id, "{\"n\":\"" + text + "\"}").in("demo").on(1));
    Edit clash = Edit.upsert("invoice", id, "{\"n\":2}").in("demo").on(1);
    assertThat(ana.push(clash).at("status").text()).isEqualTo("CONFLICT");
    server.execute(
        "update receipt set answer = replace(answer, 'CONFLICT', 'MERGED') where mutation_id = ?",
        clash.name());

    assertThat(ana.push(clash).at("status").text()).isEqualTo("MERGED");
  }

  private static Edit invoice(String id) {
    return Edit.upsert("invoice", id, "{\"n\":1}").in("demo");
  }

  private List<Edit> invoices(int count) {
    return IntStream.range(0, count).mapToObj(i -> invoice(id + "-" + i)).toList();
  }
}
