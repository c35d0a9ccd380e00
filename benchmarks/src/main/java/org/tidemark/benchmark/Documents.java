package org.tidemark.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records of about 500 bytes and the requests that push them. */
final class Documents {
  private static final String TEXT = "the quick brown fox jumps over the lazy dog ".repeat(9);

  private Documents() {}

  static String data(int revision) {
    return String.format(
        Locale.ROOT,
        "{\"body\":\"%s\",\"count\":%d,\"done\":false,\"tags\":[\"a\",\"b\"],\"title\":\"Title %d\"}",
        TEXT,
        revision,
        revision);
  }

  /** Creations of new records. */
  static List<String> creations(String type, int count, int revision) {
    List<String> mutations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      mutations.add(mutation(type, UUID.randomUUID().toString(), null, revision));
    }
    return mutations;
  }

  static String mutation(String type, String id, @Nullable Integer baseVersion, int revision) {
    return "{\"clientMutationId\":\""
        + UUID.randomUUID()
        + "\",\"operation\":\"UPSERT\",\"space\":\"SPACE\",\"entityType\":\""
        + type
        + "\",\"id\":\""
        + id
        + "\",\"baseVersion\":"
        + baseVersion
        + ",\"updatedAt\":\""
        + Instant.ofEpochMilli(System.currentTimeMillis())
        + "\",\"data\":"
        + data(revision)
        + "}";
  }

  static String push(String clientId, String space, List<String> mutations) {
    return "{\"query\":\"mutation($i: SyncInput!) { sync(input: $i) { serverTime results {"
        + " clientMutationId status space entityType id version updatedAt deleted data error { code"
        + " } } } }\",\"variables\":{\"i\":{\"clientId\":\""
        + clientId
        + "\",\"mutations\":["
        + String.join(",", mutations).replace("\"SPACE\"", "\"" + space + "\"")
        + "]}}}";
  }

  static String pull(String clientId, @Nullable String cursor, int limit) {
    String after = cursor == null ? "" : ", cursor: \\\"" + cursor + "\\\"";
    return "{\"query\":\"{ pull(clientId: \\\""
        + clientId
        + "\\\", limit: "
        + limit
        + after
        + ") { changes { space entityType id version updatedAt deleted data } resolvedConflicts {"
        + " conflictId } spaces { space role } cursor hasMore serverTime } }\"}";
  }
}
