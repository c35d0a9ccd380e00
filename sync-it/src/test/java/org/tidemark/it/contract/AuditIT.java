package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** The audit trail: who did what and when, what was before and what after. */
@ExtendWith(WithServer.class)
class AuditIT {

  private static final String NOTHING = "-";

  private final TestServer server;
  private final Device admin;
  private final Device auditor;
  private final Device owner;
  private final String ownersName = TestServer.unique("owner");
  private final String carl = TestServer.unique("carl");
  private final String space = TestServer.unique("space");

  AuditIT(TestServer server) {
    this.server = server;
    admin = server.administrator();
    auditor = server.auditor();
    owner = server.device(ownersName);
    owner.ask("mutation { createSpace(space: \"%s\") { space } }".formatted(space));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KEEP_CLIENT | null    | {\"n\":3}",
        "USE_SERVER  | null    | {\"n\":2}",
        "MERGE       | {\"n\":5} | {\"n\":5}"
      })
  void resolve_byAdministrator_isAuditedWithBeforeAndAfter(
      String resolution, String data, String after) {
    String conflict = clash();
    admin.resolve(TestServer.unique("r"), conflict, resolution, 2, data);

    assertThat(ofConflict(conflict))
        .isEqualTo(
            "admin conflict.%s %s invoice r: {\"n\":2} > %s".formatted(resolution, space, after));
  }

  @Test
  void resolve_byMember_isAuditedUnderTheirName() {
    String conflict = clash();
    owner.resolve(conflict, "USE_SERVER", 2);

    assertThat(ofConflict(conflict)).startsWith(ownersName + " conflict.USE_SERVER");
  }

  @Test
  void resolve_ofADeletion_isAuditedAsNothingAfter() {
    owner.push(invoice("{\"n\":1}"));
    owner.push(invoice("{\"n\":2}").on(1));
    Tree answer = owner.another().push(Edit.delete("invoice", "r").in(space).on(1));
    String conflict = answer.at("conflict", "conflictId").text();
    admin.resolve(conflict, "KEEP_CLIENT", 2);

    assertThat(ofConflict(conflict)).endsWith(": {\"n\":2} > " + NOTHING);
  }

  @Test
  void resolve_again_isAuditedOnce() {
    String conflict = clash();
    String mutation = TestServer.unique("r");
    admin.resolve(mutation, conflict, "USE_SERVER", 2, "null");
    String once = ofConflict(conflict);
    admin.resolve(mutation, conflict, "USE_SERVER", 2, "null");

    assertThat(ofConflict(conflict)).isEqualTo(once);
  }

  @Test
  void resolve_thatWritesNothing_isNotAudited() {
    String conflict = clash();
    admin.resolve(conflict, "USE_SERVER", 1);
    auditor.resolve(conflict, "USE_SERVER", 2);

    assertThat(ofConflict(conflict)).isEqualTo("null");
  }

  @Test
  void members_areAuditedFromTheFirstToTheLast() {
    invite("VIEWER");
    invite("EDITOR");
    owner.ask("mutation { removeMember(space: \"%s\", user: \"%s\") }".formatted(space, carl));

    assertThat(ofSpace())
        .isEqualTo(
            """
            %1$s space.create %2$s: - > %1$s OWNER
            %1$s space.invite %2$s: - > %3$s VIEWER
            %1$s space.invite %2$s: %3$s VIEWER > %3$s EDITOR
            %1$s space.remove %2$s: %3$s EDITOR > -"""
                .formatted(ownersName, space, carl));
  }

  @Test
  void members_refused_areNotAudited() {
    String before = ofSpace();
    server
        .device(carl)
        .refusal(
            "mutation { inviteMember(space: \"%s\", user: \"%s\", role: \"OWNER\") { user } }"
                .formatted(space, carl));

    assertThat(ofSpace()).isEqualTo(before);
  }

  @Test
  void policies_areAuditedWithWhereTheyHold() {
    String type = TestServer.unique("type");
    save(type, "MANUAL", "");
    save(type, "SERVER_MERGE", ", spaces: [\"%s\"]".formatted(space));
    admin.ask(
        "mutation { rollBackPolicy(entityType: \"%s\", version: 1) { version } }".formatted(type));

    assertThat(trail("entity_type", type).lines())
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .startsWith("admin policy.save - %s -: - > ".formatted(type))
                    .contains("\"MANUAL\"", "\"version\":1"),
            second ->
                assertThat(second)
                    .matches(".*\"MANUAL\".* > .*\"SERVER_MERGE\".*")
                    .contains("\"spaces\":[\"%s\"]".formatted(space), "\"version\":2"),
            third ->
                assertThat(third)
                    .matches(".*\"SERVER_MERGE\".* > .*\"MANUAL\".*")
                    .contains("\"version\":3"));
  }

  @Test
  void policies_ofTheFirstStart_areAuditedAsTheServers() {
    assertThat(server.number("select count(*) from audit where actor = 'server'")).isPositive();
    assertThat(
            server.number(
                """
                select count(*) from merge_policy p where author = 'server' and not exists (
                  select 1 from audit a where a.actor = 'server' and a.action = 'policy.save'
                                          and a.entity_type = p.entity_type)
                """))
        .isZero();
    assertThat(
            server.text(
                """
                select string_agg(after_value, ', ' order by id) from audit
                 where actor = 'server' and space = 'demo'
                """))
        .isEqualTo("admin OWNER, ana EDITOR, ben EDITOR");
  }

  @Test
  void readingEverywhere_isAudited() {
    String conflict = clash();
    String before = ofSpace();
    for (Device reader : new Device[] {admin, auditor}) {
      reader.record(space, "invoice", "r");
      reader.revisions(space, "invoice", "r");
      reader.ask("{ conflicts(space: \"%s\") { total } }".formatted(space));
      reader.ask("{ conflict(conflictId: \"%s\") { space } }".formatted(conflict));
      reader.ask("{ members(space: \"%s\") { user } }".formatted(space));
    }

    String read =
        """

        WHO record.read SPACE invoice r: - > -
        WHO record.history SPACE invoice r: - > -
        WHO conflicts.list SPACE: - > -
        WHO conflict.read SPACE invoice r: - > -
        WHO space.members SPACE: - > -"""
            .replace("SPACE", space);
    assertThat(ofSpace())
        .isEqualTo(before + read.replace("WHO", "admin") + read.replace("WHO", "olga"));
  }

  @Test
  void readingAsAMember_isNotAudited() {
    String conflict = clash();
    String before = ofSpace();
    owner.record(space, "invoice", "r");
    owner.ask("{ conflict(conflictId: \"%s\") { space } }".formatted(conflict));
    owner.ask("{ members(space: \"%s\") { user } }".formatted(space));

    assertThat(ofSpace()).isEqualTo(before);
  }

  @Test
  void everyEntry_saysWhenAndForWhichRequest() {
    owner.resolve(clash(), "USE_SERVER", 2);

    assertThat(
            server.number(
                """
                select count(*) from audit where at is null or actor = '' or correlation_id = ''
                    or at > now() + interval '1 minute'
                """))
        .isZero();
  }

  private String clash() {
    owner.push(invoice("{\"n\":1}"));
    owner.push(invoice("{\"n\":2}").on(1));
    Tree clash = owner.another().push(invoice("{\"n\":3}").on(1));
    return clash.at("conflict", "conflictId").text();
  }

  private Edit invoice(String data) {
    return Edit.upsert("invoice", "r", data).in(space);
  }

  private void invite(String role) {
    owner.ask(
        "mutation { inviteMember(space: \"%s\", user: \"%s\", role: \"%s\") { user } }"
            .formatted(space, carl, role));
  }

  private void save(String type, String strategy, String more) {
    admin.ask(
        "mutation { savePolicy(policy: {entityType: \"%s\", strategy: \"%s\"}%s) { version } }"
            .formatted(type, strategy, more));
  }

  private String ofConflict(String conflict) {
    return trail("conflict_id", conflict);
  }

  private String ofSpace() {
    return trail("space", space);
  }

  /** The entries in their order, a line each: actor, action, what it is about: before > after. */
  private String trail(String column, String value) {
    return server.text(
        """
        select string_agg(actor || ' ' || action || ' ' || coalesce(space, '-')
                 || case when entity_type is null then ''
                         else ' ' || entity_type || ' ' || coalesce(record_id, '-') end
                 || ': ' || coalesce(before_value, '-') || ' > ' || coalesce(after_value, '-'),
               chr(10) order by id)
          from audit where %s = ?
        """
            .formatted(column),
        value);
  }
}
