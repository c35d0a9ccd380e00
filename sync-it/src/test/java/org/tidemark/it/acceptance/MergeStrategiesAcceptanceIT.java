package org.tidemark.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** BE-2.2: server-side merge strategies, with the four examples of the mission. */
@ExtendWith(WithServer.class)
class MergeStrategiesAcceptanceIT {

  private final TestServer server;
  private final Device ana;
  private final Device ben;
  private final String id = TestServer.unique("record");

  MergeStrategiesAcceptanceIT(TestServer server) {
    this.server = server;
    ana = server.device("ana");
    ben = server.device("ben");
  }

  @Test
  void strategiesWork_personalData_lastWriteWins() {
    Tree answer = clash("profile", "{\"name\":\"base\"}", "{\"name\":\"a\"}", "{\"name\":\"b\"}");

    assertThat(answer.at("status").text()).isEqualTo("APPLIED");
    assertThat(answer.at("data")).hasToString("{\"name\":\"b\"}");
  }

  @Test
  void strategiesWork_collaborativeData_appendsToTheArray() {
    Tree answer =
        clash(
            "comment_thread",
            "{\"comments\":[{\"id\":1,\"t\":\"base\"}]}",
            "{\"comments\":[{\"id\":1,\"t\":\"base\"},{\"id\":2,\"t\":\"ana\"}]}",
            "{\"comments\":[{\"id\":1,\"t\":\"base\"},{\"id\":3,\"t\":\"ben\"}]}");

    assertThat(answer.at("status").text()).isEqualTo("MERGED");
    assertThat(answer.at("data", "comments").texts("t")).containsExactly("base", "ana", "ben");
  }

  @Test
  void strategiesWork_numericFields_areSummed() {
    Tree answer = clash("counter", "{\"count\":10}", "{\"count\":13}", "{\"count\":15}");

    assertThat(answer.at("status").text()).isEqualTo("MERGED");
    assertThat(answer.at("data", "count").number()).isEqualTo(18);
  }

  @Test
  void strategiesWork_criticalData_needsAPerson() {
    Tree answer = clash("invoice", "{\"total\":10}", "{\"total\":13}", "{\"total\":15}");

    assertThat(answer.at("status").text()).isEqualTo("CONFLICT");
    assertThat(ana.record("demo", "invoice", id).at("data")).hasToString("{\"total\":13}");
  }

  @Test
  void strategiesWork_unknownType_takesTheDefault() {
    String type = TestServer.unique("type");

    assertThat(clash(type, "{\"n\":1}", "{\"n\":2}", "{\"n\":3}").at("data"))
        .hasToString("{\"n\":3}");
  }

  @Test
  void configurablePerEntity() {
    String type = TestServer.unique("type");
    configure(type, "\"strategy\":\"SERVER_MERGE\",\"rules\":{\"/n\":\"MAX\",\"/m\":\"MIN\"}");
    Tree answer = clash(type, "{\"n\":5,\"m\":5}", "{\"n\":9,\"m\":3}", "{\"n\":7,\"m\":4}");

    assertThat(answer.at("status").text()).isEqualTo("MERGED");
    assertThat(answer.at("data")).hasToString("{\"m\":3,\"n\":9}");
  }

  @Test
  void resolutionSuggestedIsAccurate() {
    Tree answer =
        clash(
            "note",
            "{\"title\":\"base\",\"tags\":[\"x\"],\"votes\":1,\"photo\":\"p\"}",
            "{\"title\":\"a\",\"tags\":[\"x\",\"y\"],\"votes\":2,\"photo\":\"p\"}",
            "{\"title\":\"b\",\"tags\":[\"x\",\"z\"],\"votes\":4,\"photo\":\"q\"}");
    Tree suggested = answer.at("conflict", "resolutionSuggested");

    assertThat(answer.at("status").text()).isEqualTo("CONFLICT");
    assertThat(suggested.at("title").text()).as("the newer side").isEqualTo("b");
    assertThat(suggested.at("tags")).hasToString("[\"x\",\"y\",\"z\"]");
    assertThat(suggested.at("votes").number()).isEqualTo(5);
    assertThat(suggested.at("photo").text()).isEqualTo("q");
  }

  @Test
  void resolutionSuggested_resolvingWithIt_leavesNoDifference() {
    Tree conflict =
        clash(
                "note",
                "{\"title\":\"base\",\"kept\":7}",
                "{\"title\":\"a\",\"kept\":7}",
                "{\"title\":\"b\",\"kept\":7}")
            .at("conflict");
    Tree suggested = conflict.at("resolutionSuggested");
    Tree settled =
        ben.resolve(
            TestServer.unique("r"),
            conflict.at("conflictId").text(),
            "MERGE",
            2,
            suggested.canonical());

    assertThat(settled.at("data")).isEqualTo(suggested);
    assertThat(settled.at("data", "kept").number()).isEqualTo(7);
    assertThat(ana.record("demo", "note", id).at("data")).isEqualTo(suggested);
  }

  private void configure(String type, String members) {
    Reply reply =
        server
            .administrator()
            .http()
            .graphql(
                "mutation($policy: JSON!) { savePolicy(policy: $policy) { version } }",
                "{\"policy\":{\"entityType\":\"" + type + "\"," + members + "}}");
    assertThat(reply.code()).as(reply.body()).isEmpty();
  }

  /** Ana's edit of noon, then Ben's, half an hour newer, of the same base. */
  private Tree clash(String type, String base, String anas, String bens) {
    ana.push(Edit.upsert(type, id, base).in("demo").at("2026-03-01T10:00:00Z"));
    ana.push(Edit.upsert(type, id, anas).in("demo").on(1));
    return ben.push(Edit.upsert(type, id, bens).in("demo").on(1).at("2026-03-01T12:30:00Z"));
  }
}
