package org.tidemark.web.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a caller is told: exact data, and errors with all that a program needs. */
class AnswersTest {
  private static final GraphQLEngine ENGINE = TestApi.engine();

  @Test
  void sync_numbers_areKeptExactly() {
    assertThat(push("{\"n\":9007199254740993,\"d\":1.50,\"big\":1e30,\"small\":0.1}"))
        .contains("{\"big\":1e+30,\"d\":1.5,\"n\":9007199254740993,\"small\":0.1}");
  }

  @Test
  void sync_badData_rejectsItsOwnMutationOnly() {
    String good = Batches.mutation(1, "{\"a\":1}");
    for (String bad :
        new String[] {
          "{\"a\":1,\"a\":2}", "{\"a\":\"\\u0000\"}", "{\"a\":\"\\ud800\"}", "5", "[]", "\"x\""
        }) {
      String text =
          TestApi.answer(
                  ENGINE,
                  Batches.pushOf("phone-1", good + "," + Batches.mutation(2, bad) + "," + good))
              .body()
              .text();
      assertThat(text).describedAs(bad).startsWith("{\"data\":");
      assertThat(text.split("\"APPLIED\"", -1)).describedAs(bad).hasSize(3);
      assertThat(text.split("\"REJECTED\"", -1)).describedAs(bad).hasSize(2);
    }
  }

  @Test
  void sync_literalData_isExactToo() {
    Answer answer =
        TestApi.answer(
            ENGINE,
            "{\"query\":\"mutation($j: JSON) { sync(input: {clientId: \\\"p\\\", mutations:"
                + " [{clientMutationId: \\\"m\\\", data: {n: 9007199254740993, d: 1.50, in: $j}}]})"
                + " { results { data } } }\",\"variables\":{\"j\":[0.10]}}");

    assertThat(answer.body().text())
        .isEqualTo(
            "{\"data\":{\"sync\":{\"results\":[{\"data\":"
                + "{\"d\":1.5,\"in\":[0.1],\"n\":9007199254740993}}]}}}");
  }

  @Test
  void answer_variablesBeforeTheQuery_areReadAllTheSame() {
    Answer answer =
        TestApi.answer(
            ENGINE,
            "{\"extensions\":{\"ä\":[]},\"variables\":{\"m\":[{\"clientMutationId\":\"ü\","
                + "\"data\":{\"a\":1,\"a\":2}},{\"clientMutationId\":\"y\",\"data\":{}}]},"
                + "\"query\":\"mutation($m: [MutationInput!]!) { sync(input: {clientId: \\\"p\\\","
                + " mutations: $m}) { results { clientMutationId status } } }\"}");

    assertThat(answer.body().text())
        .isEqualTo(
            "{\"data\":{\"sync\":{\"results\":["
                + "{\"clientMutationId\":\"ü\",\"status\":\"REJECTED\"},"
                + "{\"clientMutationId\":\"y\",\"status\":\"APPLIED\"}]}}}");
  }

  @Test
  void answer_operationNameAfterTheVariables_picksTheirTypes() {
    Answer answer =
        TestApi.answer(
            ENGINE,
            "{\"query\":\"query A($n: String!) { pull(clientId: $n) { cursor } }"
                + " query B($n: Int!) { pull(clientId: \\\"x\\\", limit: $n) { changes { id } } }\","
                + "\"variables\":{\"n\":1},\"operationName\":\"B\"}");

    assertThat(answer.body().text())
        .isEqualTo("{\"data\":{\"pull\":{\"changes\":[{\"id\":\"task-0\"}]}}}");
  }

  @Test
  void sync_boundaryRefuses_tellsItsCode() {
    Answer answer = pushAs(EchoBoundaries.REFUSED);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().text())
        .contains(
            "\"extensions\":{\"code\":\"CLIENT_ID_TAKEN\",\"category\":\"AUTH\","
                + "\"retryable\":false,\"correlationId\":\"corr-1\"}")
        .endsWith(",\"data\":null}");
  }

  @Test
  void sync_containerDenies_tellsForbidden() {
    assertThat(pushAs(EchoBoundaries.DENIED).body().text())
        .contains("\"code\":\"FORBIDDEN\",\"category\":\"AUTH\",\"retryable\":false")
        .doesNotContain("Secret");
  }

  @Test
  void sync_defect_tellsNothingOfTheInside() {
    assertThat(pushAs(EchoBoundaries.CRASHING).body().text())
        .contains("\"code\":\"SERVER_ERROR\",\"category\":\"SERVER\",\"retryable\":true")
        .doesNotContain("secret", "Exception", "sql");
  }

  @Test
  void sync_badVariables_areNamedByTheirPlaces() {
    Answer answer =
        TestApi.answer(
            ENGINE,
            Batches.pushOf(
                "phone-1",
                "{\"clientMutationId\":\"m\",\"baseVersion\":\"3\"},{\"more\":1},null,"
                    + "{\"clientMutationId\":\"n\",\"sequence\":true}"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().text())
        .isEqualTo(
            "{\"errors\":[{\"message\":\"The variables are not valid: see fields.\",\"extensions\":{"
                + "\"code\":\"VARIABLES_INVALID\",\"category\":\"VALIDATION\",\"retryable\":false,"
                + "\"correlationId\":\"corr-1\",\"fields\":["
                + "{\"path\":\"/input/mutations/0/baseVersion\",\"message\":\"must be of the type Int\"},"
                + "{\"path\":\"/input/mutations/1\",\"message\":\"has an unknown member\"},"
                + "{\"path\":\"/input/mutations/1/clientMutationId\",\"message\":\"must be given\"},"
                + "{\"path\":\"/input/mutations/2\",\"message\":\"must be given\"},"
                + "{\"path\":\"/input/mutations/3/sequence\",\"message\":\"must be of the type Float\"}"
                + "]}}]}");
  }

  private static String push(String data) {
    return TestApi.answer(ENGINE, Batches.pushOf("phone-1", Batches.mutation(1, data)))
        .body()
        .text();
  }

  private static Answer pushAs(String clientId) {
    return TestApi.answer(ENGINE, Batches.pushOf(clientId, Batches.mutation(1, "{}")));
  }
}
