package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** The decisions of people on conflicts. */
@ExtendWith(WithServer.class)
class ResolveIT {

  private final TestServer server;
  private final Device ana;
  private final Device ben;
  private final String id = TestServer.unique("record");
  private final Clashes clashes;

  ResolveIT(TestServer server) {
    this.server = server;
    ana = server.device("ana");
    ben = server.device("ben");
    clashes = new Clashes(ana, ben, id);
  }

  @Test
  void resolve_keepClient_writesTheClientsSide() {
    String conflict = clashes.clash();
    Tree answer = ana.resolve(conflict, "KEEP_CLIENT", 2);

    assertApplied(answer, 3, "{\"n\":2}");
    assertThat(record().at("data")).hasToString("{\"n\":2}");
    assertThat(clashes.state(conflict)).isEqualTo("RESOLVED KEEP_CLIENT ana");
  }

  @Test
  void resolve_useServer_writesNoVersion() {
    String conflict = clashes.clash();
    Tree answer = ben.resolve(conflict, "USE_SERVER", 2);

    assertApplied(answer, 2, "{\"n\":9}");
    assertThat(ana.revisions("demo", "invoice", id)).hasSize(2);
    assertThat(clashes.state(conflict)).isEqualTo("RESOLVED USE_SERVER ben");
  }

  @Test
  void resolve_merge_writesTheGivenData() {
    String conflict = clashes.clash();
    Tree answer = ana.resolve(TestServer.unique("r"), conflict, "MERGE", 2, "{\"n\":11}");

    assertApplied(answer, 3, "{\"n\":11}");
    assertThat(ana.revisions("demo", "invoice", id).get(0).at("writtenBy").text()).isEqualTo("ana");
  }

  @Test
  void resolve_mergeWithoutData_isRefused() {
    String conflict = clashes.clash();
    Reply reply = ana.tryResolve(TestServer.unique("r"), conflict, "MERGE", 2, "null");

    assertThat(reply.code()).isEqualTo("INVALID_REQUEST");
    assertThat(reply.extensions().at("fields").texts("path")).containsExactly("/data");
    assertThat(clashes.openConflicts()).containsExactly(conflict);
  }

  @Test
  void resolve_keepClientsDeletion_writesTombstone() {
    ana.push(clashes.invoice("{\"n\":1}"));
    ben.push(clashes.invoice("{\"n\":9}").on(1));
    Tree clash = ana.push(Edit.delete("invoice", id).in("demo").on(1));
    Tree answer = ana.resolve(clash.at("conflict", "conflictId").text(), "KEEP_CLIENT", 2);

    assertThat(answer.at("status").text()).isEqualTo("APPLIED");
    assertThat(answer.at("deleted").isTrue()).isTrue();
    assertThat(record().at("version").number()).isEqualTo(3);
  }

  /** The client's side was let in by an earlier policy. */
  @Test
  void resolve_keepClientAgainstTheSchemaOfToday_isRejected() {
    String type = TestServer.unique("type");
    Device admin = server.administrator();
    admin.ask(policy(type, "maxBytes: 1000"));
    ana.push(Edit.upsert(type, id, "{\"n\":\"a\"}").in("demo"));
    ben.push(Edit.upsert(type, id, "{\"n\":\"b\"}").in("demo").on(1));
    Tree clash = ana.push(Edit.upsert(type, id, "{\"n\":\"c\"}").in("demo").on(1));
    String conflict = clash.at("conflict", "conflictId").text();
    admin.ask(policy(type, "schema: {properties: {n: {type: \"number\"}}}"));

    Tree answer = ana.resolve(conflict, "KEEP_CLIENT", 2);
    assertThat(answer.at("error", "code").text()).isEqualTo("SCHEMA_VIOLATION");
    assertThat(ana.record("demo", type, id).at("data")).hasToString("{\"n\":\"b\"}");
    assertThat(ana.resolve(conflict, "USE_SERVER", 2).at("status").text()).isEqualTo("APPLIED");
  }

  private static String policy(String type, String more) {
    return "mutation { savePolicy(policy: {entityType: \"%s\", strategy: \"MANUAL\", %s}) { version } }"
        .formatted(type, more);
  }

  @Test
  void resolve_again_givesTheSameAnswer() {
    String conflict = clashes.clash();
    Tree first = ana.resolve("again-" + id, conflict, "KEEP_CLIENT", 2, "null");
    Tree second = ana.resolve("again-" + id, conflict, "KEEP_CLIENT", 2, "null");

    assertThat(second).isEqualTo(first);
    assertThat(record().at("version").number()).isEqualTo(3);
  }

  @Test
  void resolve_sameIdOtherDecision_isRejected() {
    String conflict = clashes.clash();
    ana.resolve("again-" + id, conflict, "KEEP_CLIENT", 2, "null");
    Tree other = ana.resolve("again-" + id, conflict, "USE_SERVER", 2, "null");

    assertThat(other.at("error", "code").text()).isEqualTo("MUTATION_ID_REUSED");
  }

  @Test
  void resolve_resolvedConflict_isClosedAndGivesTheRecord() {
    String conflict = clashes.clash();
    ana.resolve(conflict, "KEEP_CLIENT", 2);
    Tree answer = ben.resolve(conflict, "USE_SERVER", 3);

    assertThat(answer.at("status").text()).isEqualTo("REJECTED");
    assertThat(answer.at("error", "code").text()).isEqualTo("CONFLICT_CLOSED");
    assertThat(answer.at("version").number()).isEqualTo(3);
    assertThat(answer.at("data")).hasToString("{\"n\":2}");
  }

  @Test
  void resolve_recordMovedOn_writesNothingAndGivesTheFreshConflict() {
    String conflict = clashes.clash();
    ben.push(clashes.invoice("{\"n\":10}").on(2));
    Tree answer = ana.resolve(conflict, "KEEP_CLIENT", 2);

    assertThat(answer.at("status").text()).isEqualTo("CONFLICT");
    assertThat(answer.at("conflict", "conflictId").text()).isEqualTo(conflict);
    assertThat(answer.at("conflict", "serverVersion").number()).isEqualTo(3);
    assertThat(answer.at("conflict", "serverData")).hasToString("{\"n\":10}");
    assertThat(record().at("version").number()).isEqualTo(3);
    assertApplied(ana.resolve(conflict, "KEEP_CLIENT", 3), 4, "{\"n\":2}");
  }

  @Test
  void resolve_unknownConflict_isRejected() {
    Tree answer = ana.resolve("no-such-conflict", "USE_SERVER", 1);

    assertThat(answer.at("error", "code").text()).isEqualTo("CONFLICT_UNKNOWN");
  }

  @Test
  void resolve_conflictOfAnotherSpace_isUnknown() {
    Tree answer = server.device("carl").resolve(clashes.clash(), "USE_SERVER", 2);

    assertThat(answer.at("error", "code").text()).isEqualTo("CONFLICT_UNKNOWN");
  }

  @Test
  void resolve_byAdministrator_worksEverywhereAndIsAudited() {
    String conflict = clashes.clash();
    Tree answer = server.administrator().resolve(conflict, "KEEP_CLIENT", 2);

    assertApplied(answer, 3, "{\"n\":2}");
    assertThat(
            server.text(
                "select actor || ' ' || before_value || ' ' || after_value from audit where conflict_id = ? and action like 'conflict.KEEP%'",
                conflict))
        .isEqualTo("admin {\"n\":9} {\"n\":2}");
  }

  @Test
  void resolve_asPrevious_isTheBaseOfLaterEdits() {
    String conflict = clashes.clash();
    ana.resolve("base-" + id, conflict, "KEEP_CLIENT", 2, "null");
    Tree next = ana.push(clashes.invoice("{\"n\":3}").with("previous", Http.quoted("base-" + id)));

    assertApplied(next, 4, "{\"n\":3}");
  }

  private Tree record() {
    return ana.record("demo", "invoice", id);
  }

  private static void assertApplied(Tree answer, int version, String data) {
    assertThat(answer.at("status").text()).as(answer.toString()).isEqualTo("APPLIED");
    assertThat(answer.at("version").number()).isEqualTo(version);
    assertThat(answer.at("data")).hasToString(data);
  }
}
