package org.tidemark.web.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast lane answers as graphql-java does, to the byte. */
class FastLaneTest {
  private static final GraphQLEngine ENGINE = TestApi.engine();
  private static final Documents DOCUMENTS = TestApi.documents();
  private static final String PULL = "{ cursor hasMore changes { id version data } }";

  @ParameterizedTest
  @MethodSource("bodies")
  void answer_anyRequest_equalsTheGeneralWay(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

    Answer fast = ENGINE.answer(bytes, bytes.length, TestApi.ANA);
    Answer general = ENGINE.answerGenerally(bytes, bytes.length, TestApi.ANA);

    assertThat(fast.body().text()).isEqualTo(general.body().text());
    assertThat(fast.status()).isEqualTo(general.status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Batches.SYNC,
        "query Q($c: String!, $n: Int) { pull(clientId: $c, limit: $n) " + PULL + " }",
        "query Q { p: pull(clientId: \"x\", limit: 3) { __typename cursor } }",
        "query { pull(clientId: \"x\") { ...F } } fragment F on PullResult { cursor hasMore }",
        "{ record(entityType: \"task\", id: \"1\") { id data } }"
      })
  void prepare_usualOperation_hasAFastPlan(String query) throws RequestRefused {
    assertThat(DOCUMENTS.prepare(query).operations().values())
        .allSatisfy(operation -> assertThat(operation.plan()).isNotNull());
  }

  @Test
  void answer_fastLane_isRightInItself() {
    Answer answer =
        TestApi.answer(
            ENGINE,
            request(
                "query Q($n: Int) { pull(clientId: \\\"x\\\", limit: $n) { cursor changes"
                    + " { id data deleted } } }",
                "{\"n\":2}"));

    assertThat(answer.body().text())
        .isEqualTo(
            "{\"data\":{\"pull\":{\"cursor\":\"null/null\",\"changes\":["
                + "{\"id\":\"task-0\",\"data\":{\"n\":0},\"deleted\":false},"
                + "{\"id\":\"task-1\",\"data\":null,\"deleted\":true}]}}}");
  }

  static Stream<String> bodies() {
    List<String> bodies = new ArrayList<>();
    bodies.add(Batches.push(3));
    for (String data : Samples.DATA) {
      bodies.add(Batches.pushOf("phone-1", Batches.mutation(1, data)));
    }
    for (String mutation : Samples.MUTATIONS) {
      bodies.add(Batches.pushOf("phone-1", mutation));
    }
    for (String client :
        List.of(
            EchoBoundaries.REFUSED,
            EchoBoundaries.DENIED,
            EchoBoundaries.CRASHING,
            EchoBoundaries.INCOMPLETE)) {
      bodies.add(Batches.pushOf(client, Batches.mutation(1, "{}")));
    }
    for (String input : Samples.INPUTS) {
      bodies.add(request(Batches.SYNC, "{\"input\":" + input + "}"));
    }
    for (String query : Samples.QUERIES) {
      for (String variables : Samples.VARIABLES) {
        bodies.add(request(query.replace("\"", "\\\""), variables));
      }
    }
    bodies.add(
        "{\"variables\":{\"n\":1},\"query\":\"query Q($n:Int){pull(clientId:\\\"x\\\",limit:$n)"
            + PULL
            + "}\"}");
    bodies.add(
        "{\"query\":\"query A{pull(clientId:\\\"a\\\"){cursor}} query B{policies{version}}\",\"operationName\":\"A\"}");
    bodies.add(
        "{\"query\":\"query A{pull(clientId:\\\"a\\\"){cursor}} query B{policies{version}}\"}");
    bodies.add("{\"operationName\":\"C\",\"query\":\"query A{pull(clientId:\\\"a\\\"){cursor}}\"}");
    return bodies.stream();
  }

  private static String request(String query, String variables) {
    return "{\"query\":\"" + query + "\",\"variables\":" + variables + "}";
  }
}
