package org.tidemark.client.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.client.fixture.Keys.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tidemark.client.fixture.Keys;
import org.tidemark.client.transport.PullRequest;
import org.tidemark.client.transport.PushRequest;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.Operation;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.resolve.Resolution;

/** Requests as they go over the wire. */
class RequestsTest {

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
  private static final ClientId CLIENT = new ClientId("phone \"1\"");

  private static JsonObject variables(byte[] body) {
    JsonObject all = json(new String(body, StandardCharsets.UTF_8));
    assertThat(all.get("query")).isNotNull();
    return (JsonObject) java.util.Objects.requireNonNull(all.get("variables"));
  }

  @Test
  void push_saysAllThatAMutationSays_andLeavesOutWhatItHasNot() {
    Mutation full =
        new Mutation(
            CLIENT,
            new MutationId("m1"),
            Operation.UPSERT,
            Keys.note("n1"),
            Document.of(json("{\"a\":1}")),
            Document.of(json("{\"a\":0}")),
            4,
            new MutationId("m0"),
            AT,
            new TreeMap<>(Map.of("/a", AT.minusSeconds(1))),
            9L);
    Mutation deletion =
        new Mutation(
            CLIENT,
            new MutationId("m2"),
            Operation.DELETE,
            Keys.note("n2"),
            null,
            null,
            null,
            null,
            AT,
            new TreeMap<>(),
            null);
    byte[] body = Requests.push(new PushRequest(CLIENT, AT, List.of(full, deletion)));

    assertThat(variables(body))
        .hasToString(
            "{\"i\":{\"clientId\":\"phone \\\"1\\\"\",\"clientTime\":\"2026-03-01T12:00:00.000Z\","
                + "\"mutations\":[{\"base\":{\"a\":0},\"baseVersion\":4,\"clientMutationId\":\"m1\","
                + "\"data\":{\"a\":1},\"entityType\":\"note\","
                + "\"fieldTimes\":{\"/a\":\"2026-03-01T11:59:59.000Z\"},\"id\":\"n1\","
                + "\"operation\":\"UPSERT\",\"previous\":\"m0\",\"sequence\":9,\"space\":\"team\","
                + "\"updatedAt\":\"2026-03-01T12:00:00.000Z\"},"
                + "{\"clientMutationId\":\"m2\",\"entityType\":\"note\",\"id\":\"n2\","
                + "\"operation\":\"DELETE\",\"space\":\"team\","
                + "\"updatedAt\":\"2026-03-01T12:00:00.000Z\"}]}}");
  }

  @Test
  void pull_withAndWithoutAFilter() {
    TreeSet<EntityType> types = new TreeSet<>(List.of(new EntityType("a"), new EntityType("b")));
    assertThat(variables(Requests.pull(new PullRequest(CLIENT, "x", 10, types))))
        .hasToString("{\"a\":\"x\",\"c\":\"phone \\\"1\\\"\",\"l\":10,\"t\":[\"a\",\"b\"]}");
    assertThat(variables(Requests.pull(new PullRequest(CLIENT, null, 10, new TreeSet<>()))))
        .hasToString("{\"c\":\"phone \\\"1\\\"\",\"l\":10}");
  }

  @Test
  void resolve_saysWhatWasSeen() {
    byte[] body =
        Requests.resolve(
            new ResolveRequest(
                new ClientId("c"),
                new MutationId("m"),
                "conflict",
                Resolution.MERGE,
                Document.of(json("{}")),
                3,
                AT,
                2));
    assertThat(variables(body))
        .hasToString(
            "{\"i\":{\"clientId\":\"c\",\"clientMutationId\":\"m\",\"conflictId\":\"conflict\","
                + "\"data\":{},\"resolution\":\"MERGE\",\"sequence\":2,\"serverVersion\":3,"
                + "\"updatedAt\":\"2026-03-01T12:00:00.000Z\"}}");
  }
}
