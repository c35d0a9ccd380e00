package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** What the server tells of its API, and the form of its errors. */
@ExtendWith(WithServer.class)
class SchemaIT {

  private final Device ana;

  SchemaIT(TestServer server) {
    ana = server.device("ana");
  }

  @Test
  void schema_isServedAsText() {
    Reply reply = ana.http().get("/graphql/schema.graphql");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).startsWith("text/plain");
    assertThat(reply.body())
        .contains(
            "type SyncResultItem {", "input MutationInput {", "scalar JSON", "scalar DateTime");
  }

  @Test
  void introspection_namesTheOperationsOfTheContract() {
    assertThat(ana.operations("Query"))
        .contains("pull", "record", "revisions", "conflicts", "conflict", "policies");
    assertThat(ana.operations("Mutation")).contains("sync", "resolveConflict");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SyncStatus: APPLIED CONFLICT MERGED REJECTED SERVER_WINS",
        "ConflictType: DELETE_EDIT FIELD TIMESTAMP VERSION",
        "ConflictStatus: OPEN RESOLVED SUPERSEDED",
        "Resolution: KEEP_CLIENT MERGE USE_SERVER",
        "ErrorCategory: AUTH CONFLICT LIMIT SERVER VALIDATION",
        "MergeStrategy: LAST_WRITE_WINS MANUAL SERVER_MERGE"
      })
  void enum_hasTheValuesOfTheContract(String expected) {
    String name = expected.substring(0, expected.indexOf(':'));
    Tree type =
        ana.ask("{ __type(name: \"%s\") { enumValues { name } } }".formatted(name)).at("__type");
    String values =
        type.at("enumValues").texts("name").stream().sorted().collect(Collectors.joining(" "));

    assertThat(name + ": " + values).isEqualTo(expected);
  }

  @Test
  void conflictPayload_hasTheFieldsOfTheMission() {
    Set<String> fields =
        Set.copyOf(
            ana.ask("{ __type(name: \"ConflictPayload\") { fields { name } } }")
                .at("__type", "fields")
                .texts("name"));

    assertThat(fields)
        .contains(
            "serverData", "clientData", "serverVersion", "localVersion", "resolutionSuggested");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ nothing }",
        "{ policies }",
        "query {",
        "{ pull { cursor } }",
        "query A { policies { version } } query B { policies { version } }",
        "subscription { policies { version } }",
        "{ record(entityType: 7, id: \"x\") { version } }"
      })
  void badDocument_givesACodedErrorWithoutInsides(String document) {
    Reply reply = ana.http().graphql(document, "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.extensions().names())
        .contains("code", "category", "retryable", "correlationId");
    assertThat(reply.extensions().at("category").text()).isEqualTo("VALIDATION");
    assertThat(reply.body()).doesNotContain("graphql.", "java.", "org.tidemark", "Exception");
  }

  @Test
  void limits_depthAliasesAndFields_areKept() {
    String deep =
        "{ __schema { types "
            + "{ fields { type ".repeat(8)
            + "{ name }"
            + " } }".repeat(8)
            + " } }";
    String aliases =
        IntStream.range(0, 60)
            .mapToObj(i -> "a" + i + ": policies { version }")
            .collect(Collectors.joining(" ", "{ ", " }"));

    assertThat(ana.http().graphql(deep, "{}").code()).isEqualTo("QUERY_TOO_COMPLEX");
    assertThat(ana.http().graphql(aliases, "{}").code()).isEqualTo("QUERY_TOO_COMPLEX");
  }

  @Test
  void correlationId_ofTheCaller_isInAnswerAndHeader() {
    Reply reply =
        Http.send(
            ana.http()
                .request("/graphql")
                .header("Content-Type", "application/json")
                .header("X-Correlation-Id", "from-a-test")
                .POST(BodyPublishers.ofString("{}"))
                .build());

    assertThat(reply.header("X-Correlation-Id")).isEqualTo("from-a-test");
    assertThat(reply.extensions().at("correlationId").text()).isEqualTo("from-a-test");
  }
}
