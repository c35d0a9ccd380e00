package org.tidemark.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** BE-2.3: every operation is done once, and answered as often as it is asked. */
@ExtendWith(WithServer.class)
class IdempotencyAcceptanceIT {

  private final TestServer server;
  private final Device ana;
  private final String id = TestServer.unique("record");

  IdempotencyAcceptanceIT(TestServer server) {
    this.server = server;
    ana = server.device("ana");
  }

  @Test
  void noDuplicateOperationsProcessed() {
    ana.push(counter(10));
    Edit raise = counter(11).on(1);
    ana.another().push(counter(15).on(1));
    for (int i = 0; i < 5; i++) {
      ana.push(raise);
    }

    assertThat(ana.record("demo", "counter", id).at("data", "count").number()).isEqualTo(16);
    assertThat(ana.record("demo", "counter", id).at("version").number()).isEqualTo(3);
  }

  @Test
  void noDuplicateOperationsProcessed_copiesInFlightAtOnce() throws Exception {
    ana.push(counter(10));
    ana.another().push(counter(15).on(1));
    Edit raise = counter(11).on(1);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> copies = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        copies.add(() -> results(ana.trySync(raise)));
      }
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : threads.invokeAll(copies)) {
        answers.add(answer.get());
      }
      assertThat(answers).containsOnly(answers.get(0));
    } finally {
      threads.shutdownNow();
    }
    assertThat(ana.record("demo", "counter", id).at("data", "count").number()).isEqualTo(16);
  }

  @Test
  void sameResponseForDuplicateRequests() {
    Edit applied = counter(10);
    Edit conflicting = Edit.upsert("invoice", id, "{\"n\":2}").in("demo");
    Edit rejected = counter(1).with("data", "7");
    ana.another().push(Edit.upsert("invoice", id, "{\"n\":1}").in("demo"));
    Reply first = ana.trySync(applied, conflicting, rejected);
    ana.another().push(counter(99).on(1));

    assertThat(first.data("sync").at("results").texts("status"))
        .containsExactly("APPLIED", "CONFLICT", "REJECTED");
    assertThat(results(ana.trySync(applied, conflicting, rejected))).isEqualTo(results(first));
  }

  @Test
  void sameResponseForDuplicateRequests_inAnotherBatchAndOrder() {
    Edit one = counter(10);
    Edit two = Edit.upsert("profile", id, "{}").in("demo");
    List<Tree> first = ana.pushAll(one, two);
    List<Tree> second = ana.pushAll(two, Edit.upsert("profile", id + "-x", "{}").in("demo"), one);

    assertThat(second.get(2)).isEqualTo(first.get(0));
    assertThat(second.get(0)).isEqualTo(first.get(1));
  }

  @Test
  void deduplicationKeysAreStoredWithTimestamps() {
    Edit edit = counter(10);
    ana.push(edit);

    assertThat(
            server.text(
                "select expires_at - created_at from receipt where client_id = ? and mutation_id = ?",
                ana.clientId(),
                edit.name()))
        .isEqualTo("30 days");
  }

  private Edit counter(int count) {
    return Edit.upsert("counter", id, "{\"count\":" + count + "}").in("demo");
  }

  private static String results(Reply reply) {
    return reply.body().substring(reply.body().indexOf("\"results\""));
  }
}
