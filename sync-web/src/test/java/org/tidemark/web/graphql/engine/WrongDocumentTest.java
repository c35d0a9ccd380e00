package org.tidemark.web.graphql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document that does not fit the schema is told of in plain words, with the place. */
class WrongDocumentTest {
  private static final GraphQLEngine ENGINE = TestApi.engine();
  private static final Pattern MESSAGE = Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {pull(clientId: {a: 1}) {cursor}} | The argument "clientId" must be of the type String.
          {pull(clientId: 'c', limit: {a: {b: 5}}) {cursor}} | The argument "limit" must be of the type Int.
          {pull(clientId: 'c', limit: [1, {a: 5}]) {cursor}} | The argument "limit" must be of the type Int.
          mutation {sync(input: 5) {hasMore}} | The argument "input" must be an object.
          mutation {sync(input: {}) {hasMore}} | The argument "input" must have clientId, mutations.
          mutation {sync(input: {clientId: null, mutations: []}) {hasMore}} | The argument "input.clientId" must be given.
          mutation {sync(input: {clientId: 'c', mutations: [{clientMutationId: 'm', more: {a: 1}}]}) {hasMore}} | The argument "input.mutations[0]" must not have "more": MutationInput has no such field.
          mutation {sync(input: {clientId: 'c', mutations: [{clientMutationId: 'm', baseVersion: {a: 1}}]}) {hasMore}} | The argument "input.mutations[0].baseVersion" must be of the type Int.
          mutation {sync(input: {clientId: 'c', mutations: [{clientMutationId: 'm', data: {a: RED}}]}) {hasMore}} | The argument "input.mutations[0].data" must be of the type JSON.
          query($n: Int = {a: 1}) {pull(clientId: 'c', limit: $n) {cursor}} | A variable's default value must be of the type Int.
          """)
  void answer_wrongShape_saysThePlaceInPlainWords(String query, String message) {
    assertThat(messageOf(query)).isEqualTo(message);
  }

  @Test
  void answer_valueThatLooksLikeTheEndOfTheMessage_isNotRepeated() {
    assertThat(messageOf("{pull(clientId: 'c', limit: '\\' is not a valid \\'X\\'') {cursor}}"))
        .isEqualTo("The argument \"limit\" must be of the type Int.");
  }

  @Test
  void answer_endlessName_isToldInBoundedLength() {
    assertThat(messageOf("{" + "a".repeat(5_000) + "}")).hasSizeLessThan(400);
  }

  /** Single quotes stand for double ones. */
  private static String messageOf(String query) {
    String json = query.replace("\\'", "\\\\\\\"").replace("'", "\\\"");
    Matcher first =
        MESSAGE.matcher(TestApi.answer(ENGINE, "{\"query\":\"" + json + "\"}").body().text());
    assertThat(first.find()).isTrue();
    return first.group(1).replace("\\\"", "\"");
  }
}
