package org.tidemark.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Records of about 500 bytes and the requests that push and pull them. */
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

  static String mutation(
      String space, String type, String id, @Nullable Integer baseVersion, int revision) {
    return "{\"clientMutationId\":\""
        + UUID.randomUUID()
        + "\",\"operation\":\"UPSERT\",\"space\":\""
        + space
        + "\",\"entityType\":\""
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

  /** Creations of new records. */
  static List<String> creations(String space, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> mutation(space, "bench", UUID.randomUUID().toString(), null, 1))
        .toList();
  }

  static byte[] push(String clientId, List<String> mutations) {
    return bytes(
        "{\"query\":\"mutation($i: SyncInput!) { sync(input: $i) { serverTime results {"
            + " clientMutationId status space entityType id version updatedAt deleted data error {"
            + " code } } } }\",\"variables\":{\"i\":{\"clientId\":\""
            + clientId
            + "\",\"mutations\":["
            + String.join(",", mutations)
            + "]}}}");
  }

  static byte[] pull(String clientId, @Nullable String cursor) {
    String after = cursor == null ? "" : ", cursor: \\\"" + cursor + "\\\"";
    return bytes(
        "{\"query\":\"{ pull(clientId: \\\""
            + clientId
            + "\\\", limit: 1000"
            + after
            + ") { changes { space entityType id version updatedAt deleted data } resolvedConflicts"
            + " { conflictId } spaces { space role } cursor hasMore serverTime } }\"}");
  }

  static byte[] createSpace(String space) {
    return bytes(
        "{\"query\":\"mutation { createSpace(space: \\\"" + space + "\\\") { space } }\"}");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
