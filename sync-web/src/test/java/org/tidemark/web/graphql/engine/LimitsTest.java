package org.tidemark.web.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A request that asks for too much is refused with the limit's own code. */
class LimitsTest {
  private static final ApiLimits SMALL = new ApiLimits(10_000, 4, 20, 3, 600, 3_000, true);
  private static final GraphQLEngine ENGINE = TestApi.engine(SMALL);

  @Test
  void answer_bodyTooLarge_isRefusedWith413() {
    Answer answer = ENGINE.answer(new byte[10_001], 10_001, TestApi.ANA);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body().text()).contains("BODY_TOO_LARGE", "\"retryable\":false");
  }

  @Test
  void answer_withinAllLimits_isRun() {
    assertRun("{ pull(clientId: \\\"x\\\") { changes { id } } }");
  }

  @Test
  void answer_tooDeep_isRefused() {
    assertRefused(
        "{ pull(clientId: \\\"x\\\") { changes { id { id { id } } } } }", "QUERY_TOO_COMPLEX");
  }

  @Test
  void answer_tooDeepThroughFragments_isRefused() {
    GraphQLEngine shallow = TestApi.engine(new ApiLimits(10_000, 2, 20, 3, 600, 3_000, true));

    Answer answer =
        TestApi.answer(
            shallow,
            body(
                "{ pull(clientId: \\\"x\\\") { ...A } }"
                    + " fragment A on PullResult { changes { ...B } }"
                    + " fragment B on Record { id }"));

    assertThat(answer.body().text()).contains("QUERY_TOO_COMPLEX");
  }

  @Test
  void answer_tooManyFields_isRefused() {
    assertRefused(
        "{ pull(clientId: \\\"x\\\") {" + " cursor".repeat(25) + " } }", "QUERY_TOO_COMPLEX");
  }

  @Test
  void answer_fieldsMultipliedByFragments_isRefused() {
    assertRefused(
        "{ pull(clientId: \\\"x\\\") { ...A ...A ...A ...A } }"
            + " fragment A on PullResult { ...B ...B }"
            + " fragment B on PullResult { cursor hasMore serverTime }",
        "QUERY_TOO_COMPLEX");
  }

  @Test
  void answer_tooManyAliases_isRefused() {
    assertRefused(
        "{ pull(clientId: \\\"x\\\") { a: cursor b: cursor c: cursor d: cursor } }",
        "QUERY_TOO_COMPLEX");
  }

  @Test
  void answer_tooManyCalls_areRefused() {
    GraphQLEngine usual = TestApi.engine();
    String record = ": record(entityType: \\\"t\\\", id: \\\"x\\\") { id }";
    String calls =
        IntStream.range(0, DocumentLimits.MOST_CALLS)
            .mapToObj(i -> "a" + i + record)
            .collect(Collectors.joining(" "));
    String more = " ...More } fragment More on Query { more" + record + " }";

    assertThat(TestApi.answer(usual, body("{ " + calls + " }")).status()).isEqualTo(200);
    Answer refused = TestApi.answer(usual, body("{ " + calls + more));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().text()).contains("\"code\":\"QUERY_TOO_COMPLEX\"");
  }

  @Test
  void answer_tooManyTokens_isRefused() {
    assertRefused(
        "{ pull(clientId: \\\"x\\\", entityTypes: ["
            + "\\\"a\\\" ".repeat(700).strip()
            + "]) { cursor } }",
        "QUERY_TOO_COMPLEX");
  }

  @Test
  void answer_queryTooLong_isRefused() {
    assertRefused("{ __typename }" + " ".repeat(3_000), "QUERY_TOO_COMPLEX");
  }

  @Test
  void answer_introspectionWhereOn_isRun() {
    Answer answer =
        TestApi.answer(
            TestApi.engine(),
            body(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY.replace("\n", " ")));

    assertThat(answer.body().text()).startsWith("{\"data\":{\"__schema\":");
  }

  @Test
  void answer_introspectionWhereOff_isRefused() {
    GraphQLEngine closed = TestApi.engine(new ApiLimits(10_000, 12, 400, 50, 600, 3_000, false));

    for (String query :
        new String[] {
          "{ __schema { queryType { name } } }",
          "{ __type(name: \\\"Record\\\") { name } }",
          "{ ...F } fragment F on Query { __schema { queryType { name } } }"
        }) {
      Answer answer = TestApi.answer(closed, body(query));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().text()).contains("INTROSPECTION_OFF").doesNotContain("Query\"");
    }
    assertThat(closed.schemaText()).isNull();
    assertThat(TestApi.answer(closed, body("{ __typename }")).status()).isEqualTo(200);
  }

  private static void assertRun(String query) {
    Answer answer = TestApi.answer(ENGINE, body(query));
    assertThat(answer.body().text()).startsWith("{\"data\"");
  }

  private static void assertRefused(String query, String code) {
    Answer answer = TestApi.answer(ENGINE, body(query));
    assertThat(answer.body().text()).contains("\"code\":\"" + code + "\"");
    assertThat(answer.status()).isEqualTo(400);
  }

  private static String body(String query) {
    return "{\"query\":\"" + query + "\"}";
  }
}
