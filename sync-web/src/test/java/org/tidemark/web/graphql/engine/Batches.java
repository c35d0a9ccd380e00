package org.tidemark.web.graphql.engine;

import java.util.StringJoiner;

/** Requests as a client sends them. */
final class Batches {
  static final String SYNC =
      "mutation Sync($input: SyncInput!) { sync(input: $input) { serverTime results {"
          + " clientMutationId status space entityType id version updatedAt deleted data"
          + " conflict { conflictId conflictType serverData clientData baseData serverVersion"
          + " localVersion serverUpdatedAt clientUpdatedAt clientEffectiveAt"
          + " fields { path base server client suggested settled } resolutionSuggested explanation }"
          + " error { code category retryable retryAfterMs message correlationId"
          + " fields { path message } } } } }";

  static final String PULL =
      "{\"query\":\"query Pull($c: String!, $n: Int) { pull(clientId: $c, limit: $n) { cursor hasMore"
          + " serverTime spaces { space role } changes { entityType id space version updatedAt"
          + " deleted data } } }\",\"variables\":{\"c\":\"phone-1\",\"n\":1000}}";

  private Batches() {}

  /** A request of so many mutations, each with data of about 500 bytes. */
  static String push(int mutations) {
    StringJoiner all = new StringJoiner(",");
    for (int i = 0; i < mutations; i++) {
      all.add(mutation(i, data(i)));
    }
    return pushOf("phone-1", all.toString());
  }

  static String pushOf(String clientId, String mutations) {
    return "{\"query\":\""
        + SYNC
        + "\",\"operationName\":\"Sync\",\"variables\":{\"input\":{\"clientId\":\""
        + clientId
        + "\",\"clientTime\":\"2026-03-01T10:00:00.000Z\",\"mutations\":["
        + mutations
        + "]}}}";
  }

  static String mutation(int number, String data) {
    return "{\"clientMutationId\":\"m-"
        + number
        + "\",\"operation\":\"UPSERT\",\"entityType\":\"task\",\"id\":\"task-"
        + number
        + "\",\"space\":\"demo\",\"baseVersion\":3,\"sequence\":"
        + number
        + ",\"updatedAt\":\"2026-03-01T09:59:59.123Z\",\"data\":"
        + data
        + "}";
  }

  private static String data(int number) {
    return "{\"title\":\"Water the plants in room "
        + number
        + "\",\"done\":false,\"priority\":"
        + number % 5
        + ",\"tags\":[\"home\",\"garden\",\"weekly\"],\"amount\":12.50,\"notes\":\""
        + "Only a little, and not the cactus. ".repeat(8)
        + "\",\"place\":{\"lat\":52.520008,\"lon\":13.404954,\"name\":\"Büro\"},\"by\":null}";
  }
}
