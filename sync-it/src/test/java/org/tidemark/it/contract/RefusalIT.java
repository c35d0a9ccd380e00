package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** The first three rows of the verdict table, over HTTP: repeats and what is refused. */
@ExtendWith(WithServer.class)
class RefusalIT {

  private final Device ana;
  private final Device ben;
  private final String id = TestServer.unique("record");

  RefusalIT(TestServer server) {
    ana = server.device("ana");
    ben = server.device("ben");
  }

  @Test
  void push_sameMutationAgain_givesStoredAnswerToTheByte() {
    Edit edit = edit("invoice", "{\"total\":10}");
    Reply first = ana.trySync(edit);
    ben.push(edit("invoice", "{\"total\":99}").on(1));
    Reply second = ana.trySync(edit);

    assertThat(results(second)).isEqualTo(results(first));
    assertThat(record("invoice").at("version").number()).isEqualTo(2);
  }

  @Test
  void push_conflictAgain_givesSameConflict() {
    ana.push(edit("invoice", "{\"total\":10}"));
    Edit clash = edit("invoice", "{\"total\":20}");
    Reply first = ben.trySync(clash);

    assertThat(results(ben.trySync(clash))).isEqualTo(results(first));
  }

  @Test
  void push_mutationIdReused_isRejected() {
    Edit edit = edit("invoice", "{\"total\":10}");
    ana.push(edit);
    Tree again = ana.push(edit.with("data", "{\"total\":11}"));

    assertRejected(again, "MUTATION_ID_REUSED", "VALIDATION");
    assertThat(record("invoice").at("data")).hasToString("{\"total\":10}");
  }

  @Test
  void push_mutationIdReusedForOtherDevice_isAnotherMutation() {
    Edit edit = edit("profile", "{\"name\":\"a\"}");
    ana.push(edit);

    assertThat(ana.another().push(edit).at("status").text()).isEqualTo("APPLIED");
  }

  @Test
  void push_invalidMutation_isRejectedWithEveryField() {
    Tree answer =
        ana.push(
            edit("invoice", "[1]")
                .with("operation", "\"PATCH\"")
                .with("updatedAt", "\"yesterday\"")
                .with("baseVersion", "0"));

    assertRejected(answer, "INVALID_MUTATION", "VALIDATION");
    assertThat(answer.at("error", "fields").texts("path"))
        .contains("/data", "/operation", "/updatedAt", "/baseVersion");
    assertThat(answer.at("error", "correlationId").text()).isNotEmpty();
    assertThat(record("invoice").isThere()).isFalse();
  }

  @Test
  void push_dataTooLarge_isRejected() {
    Tree answer = ana.push(edit("invoice", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}"));

    assertRejected(answer, "DATA_TOO_LARGE", "VALIDATION");
  }

  @Test
  void push_otherSpace_isRejectedAndMayBeCured(TestServer server) {
    Device owner = server.device("ana");
    String space = TestServer.unique("space");
    owner.ask("mutation { createSpace(space: \"%s\") { space } }".formatted(space));
    Edit edit = Edit.upsert("task", id, "{\"title\":\"a\"}").in(space);

    assertRejected(ben.push(edit), "SPACE_FORBIDDEN", "AUTH");
    owner.ask(
        "mutation { inviteMember(space: \"%s\", user: \"ben\", role: \"EDITOR\") { user } }"
            .formatted(space));
    assertThat(ben.push(edit).at("status").text()).isEqualTo("APPLIED");
  }

  private Edit edit(String type, String data) {
    return Edit.upsert(type, id, data).in("demo");
  }

  private Tree record(String type) {
    return ana.record("demo", type, id);
  }

  private static String results(Reply reply) {
    String body = reply.body();
    return body.substring(body.indexOf("\"results\""));
  }

  static void assertRejected(Tree answer, String code, String category) {
    assertThat(answer.at("status").text()).isEqualTo("REJECTED");
    assertThat(answer.at("error", "code").text()).isEqualTo(code);
    assertThat(answer.at("error", "category").text()).isEqualTo(category);
    assertThat(answer.at("error", "retryable").isTrue()).isFalse();
    assertThat(answer.at("error", "message").text()).isNotEmpty();
  }
}
