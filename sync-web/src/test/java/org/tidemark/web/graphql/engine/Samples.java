package org.tidemark.web.graphql.engine;

import java.util.List;

/** Requests, usual and unusual ones, right and wrong ones. */
final class Samples {
  static final List<String> DATA =
      List.of(
          "{}",
          "null",
          "true",
          "17",
          "\"text\"",
          "[1,2]",
          "{\"a\":1,\"a\":2}",
          "{\"a\":{\"b\":\"\\u0000\"}}",
          "{\"a\":\"\\ud800\"}",
          "{\"\\udc00\":1}",
          "{\"n\":9007199254740993,\"d\":0.1,\"e\":1e0,\"f\":1.0,\"big\":123456789012345678901234567890}",
          "{\"n\":1e400,\"m\":-0.0,\"k\":1E-7}",
          "{\"n\":1e99999999999}",
          "{\"b\":1,\"a\":{\"z\":[],\"y\":{}}}",
          "{\"text\":\"Ä€😀\\n\\t\\\"\\\\/\\u001f\"}",
          "{\"deep\":" + "[".repeat(100) + "]".repeat(100) + "}");

  static final List<String> MUTATIONS =
      List.of(
          "{\"clientMutationId\":\"m\"}",
          "{\"clientMutationId\":\"m\",\"data\":null,\"space\":null}",
          "{\"clientMutationId\":\"m\",\"entityType\":\"conflicting\",\"data\":{\"x\":1}}",
          "{\"clientMutationId\":\"\\ud800\",\"data\":{}}",
          "{\"clientMutationId\":\"a\\u0000b\",\"data\":{}}",
          "{\"clientMutationId\":5}",
          "{\"clientMutationId\":null}",
          "{\"operation\":\"UPSERT\"}",
          "{\"clientMutationId\":\"m\",\"baseVersion\":1.5}",
          "{\"clientMutationId\":\"m\",\"baseVersion\":2.0}",
          "{\"clientMutationId\":\"m\",\"baseVersion\":\"3\"}",
          "{\"clientMutationId\":\"m\",\"baseVersion\":99999999999}",
          "{\"clientMutationId\":\"m\",\"sequence\":1}",
          "{\"clientMutationId\":\"m\",\"sequence\":1.25}",
          "{\"clientMutationId\":\"m\",\"sequence\":1e400}",
          "{\"clientMutationId\":\"m\",\"sequence\":12345678901234567890}",
          "{\"clientMutationId\":\"m\",\"sequence\":\"1\"}",
          "{\"clientMutationId\":\"m\",\"unknown\":1}",
          "{\"clientMutationId\":\"m\",\"entityType\":[\"task\"]}",
          "{\"clientMutationId\":\"m\",\"entityType\":{\"a\":1}}",
          "{\"clientMutationId\":\"m\",\"clientMutationId\":\"n\"}",
          "null",
          "3",
          "[]");

  static final List<String> INPUTS =
      List.of(
          "null",
          "{}",
          "[]",
          "\"x\"",
          "{\"clientId\":\"p\"}",
          "{\"clientId\":\"p\",\"mutations\":null}",
          "{\"clientId\":\"p\",\"mutations\":[]}",
          "{\"clientId\":\"p\",\"mutations\":[null]}",
          "{\"clientId\":\"p\",\"mutations\":{\"clientMutationId\":\"only one\",\"data\":{}}}",
          "{\"clientId\":\"p\",\"clientTime\":\"yesterday\",\"mutations\":[]}",
          "{\"clientId\":\"p\",\"clientTime\":5,\"mutations\":[]}",
          "{\"clientId\":\"p\",\"clientTime\":\"2026-03-01T10:00:00+02:00\",\"mutations\":[]}",
          "{\"clientId\":\"p\",\"mutations\":[],\"more\":true}");

  static final List<String> QUERIES =
      List.of(
          "query Q($c: String!) { pull(clientId: $c) { cursor } }",
          "query Q($c: String) { pull(clientId: $c) { cursor } }",
          "query Q($c: String = \"d\") { pull(clientId: \"x\", cursor: $c) { cursor } }",
          "query Q($c: String!) { pull(clientId: \"x\", cursor: $c) { cursor } }",
          "query Q($n: Int) { pull(clientId: \"x\", limit: $n) { changes { id data } } }",
          "query Q($t: [String!]) { pull(clientId: \"x\", entityTypes: $t) { cursor } }",
          "query Q($t: [String!]!) { pull(clientId: \"x\", entityTypes: $t) { cursor } }",
          "query Q($t: String!) { pull(clientId: \"x\", entityTypes: [$t]) { cursor } }",
          "{ pull(clientId: \"x\", entityTypes: \"task\") { cursor } }",
          "{ pull(clientId: \"x\", limit: null) { cursor } }",
          "{ pull(clientId: \"x\", limit: 99999999999) { cursor } }",
          "{ pull(clientId: 5) { cursor } }",
          "{ pull(clientId: \"x\") { cursor cursor } }",
          "{ pull(clientId: \"x\") { a: cursor b: cursor changes { id } changes { version } } }",
          "{ a: pull(clientId: \"x\") { cursor } b: pull(clientId: \"y\") { cursor } }",
          "query Q($s: Boolean!) { pull(clientId: \"x\") { cursor @skip(if: $s) hasMore } }",
          "{ pull(clientId: \"x\") @include(if: false) { cursor } }",
          "{ pull(clientId: \"x\") { ... on PullResult { cursor } ... { hasMore } } }",
          "{ pull(clientId: \"x\") { ...F } } fragment F on PullResult { cursor ...G }"
              + " fragment G on PullResult { hasMore changes { __typename id } }",
          "{ pull(clientId: \"x\") { ...F ...F } } fragment F on PullResult { cursor }",
          "{ ...F } fragment F on Query { pull(clientId: \"x\") { cursor } }",
          "{ pull(clientId: \"x\") { resolvedConflicts { status resolution } spaces { role } } }",
          "{ record(entityType: \"task\", id: \"1\") { id data deleted updatedAt } }",
          "{ record(entityType: \"task\", id: \"none\") { id } }",
          "{ record(entityType: \"task\", id: \"crashing\") { id } }",
          "query Q($c: String!) { record(entityType: \"task\", id: $c) { id } }",
          "mutation { sync(input: {clientId: \"p\", mutations: [{clientMutationId: \"m\","
              + " data: {a: 1.50, b: [true, null], c: \"x\"}}]}) { results { status data } } }",
          "mutation { sync(input: {clientId: \"p\", mutations: {clientMutationId: \"m\","
              + " data: {a: ENUM}}}) { results { status error { fields { message } } } } }",
          "mutation M($c: String!) { sync(input: {clientId: $c, mutations: []}) { serverTime } }",
          "{ __typename }",
          "{ __schema { queryType { name } } }",
          "{ __type(name: \"Record\") { fields { name } } }",
          "{ nothing }",
          "{ pull { cursor } }",
          "{ pull(clientId: \"x\") }",
          "{ pull(clientId: \"x\") { cursor ",
          "subscription { pull }",
          "");

  static final List<String> VARIABLES =
      List.of(
          "null",
          "{}",
          "{\"c\":\"x\",\"n\":2,\"t\":[\"task\"],\"s\":true}",
          "{\"c\":null,\"n\":null,\"t\":null,\"s\":null}",
          "{\"c\":\"refused\",\"n\":1.0,\"t\":\"task\",\"s\":false}",
          "{\"c\":5,\"n\":\"2\",\"t\":[null],\"s\":\"true\",\"z\":1}");

  private Samples() {}
}
