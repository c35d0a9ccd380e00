package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** The merge configuration system. Each test has an entity type of its own. */
@ExtendWith(WithServer.class)
class PolicyIT {

  private static final String SAVE =
      "mutation($policy: JSON!, $spaces: [String!]) { savePolicy(policy: $policy, spaces: $spaces) {"
          + " entityType version strategy rules spaces author } }";

  private final TestServer server;
  private final Device admin;
  private final Device ana;
  private final Device ben;
  private final String type = TestServer.unique("type");

  PolicyIT(TestServer server) {
    this.server = server;
    admin = server.administrator();
    ana = server.device("ana");
    ben = server.device("ben");
  }

  @Test
  void policies_ofTheDemo_areReadByEverybody() {
    Tree policies =
        ana.ask("{ policies { entityType strategy granularity rules } }").at("policies");

    assertThat(policies.elements().stream().map(policy -> describe(policy)))
        .contains(
            "profile LAST_WRITE_WINS RECORD {}",
            "task LAST_WRITE_WINS FIELD {}",
            "comment_thread SERVER_MERGE RECORD {\"/comments\":\"APPEND\"}",
            "counter SERVER_MERGE RECORD {\"/count\":\"SUM\"}",
            "invoice MANUAL RECORD {}");
  }

  @Test
  void policies_readByANewcomer_makeNoSpaceOfTheirs() {
    String user = TestServer.unique("newcomer");
    save("{\"strategy\":\"MANUAL\"}", "[\"~%s\"]".formatted(user));

    assertThat(limits(server.device(user))).containsExactly("[\"~%s\"]".formatted(user));
    assertThat(server.number("select count(*) from space where created_by = ?", user)).isZero();
  }

  @Test
  void savePolicy_takesEffectWithTheNextPush() {
    diverge("r1", "LAST_WRITE_WINS", "APPLIED");
    Tree saved = save("{\"strategy\":\"MANUAL\"}");

    assertThat(saved.at("version").number()).isEqualTo(1);
    assertThat(saved.at("author").text()).isEqualTo("admin");
    diverge("r2", "MANUAL", "CONFLICT");
  }

  @Test
  void savePolicy_again_isANewVersionAndTheOldOneIsKept() {
    save("{\"strategy\":\"MANUAL\"}");
    save("{\"strategy\":\"SERVER_MERGE\",\"rules\":{\"/n\":\"MAX\"}}");

    assertThat(history().texts("version")).containsExactly("2", "1");
    assertThat(history().texts("strategy")).containsExactly("SERVER_MERGE", "MANUAL");
  }

  @Test
  void policies_limitedToSpaces_nameOnlyThoseOfTheCaller() {
    save("{\"strategy\":\"MANUAL\"}", "[\"~ana\",\"~ben\",\"a-secret-project\"]");

    assertThat(limits(ana)).containsExactly("[\"~ana\"]");
    assertThat(limits(ben)).containsExactly("[\"~ben\"]");
    assertThat(limits(admin)).containsExactly("[\"~ana\",\"~ben\",\"a-secret-project\"]");
  }

  private List<String> limits(Device device) {
    return device.ask("{ policies { entityType spaces } }").at("policies").elements().stream()
        .filter(policy -> policy.at("entityType").text().equals(type))
        .map(policy -> policy.at("spaces").toString())
        .toList();
  }

  @Test
  void rollBackPolicy_putsTheEarlierOneInForceAsANewVersion() {
    save("{\"strategy\":\"MANUAL\"}");
    save("{\"strategy\":\"LAST_WRITE_WINS\"}");
    diverge("r1", "LAST_WRITE_WINS", "APPLIED");
    admin.ask(
        "mutation { rollBackPolicy(entityType: \"%s\", version: 1) { version } }".formatted(type));

    diverge("r2", "MANUAL again", "CONFLICT");
    assertThat(history().texts("strategy")).containsExactly("MANUAL", "LAST_WRITE_WINS", "MANUAL");
  }

  @Test
  void rollBackPolicy_unknownVersion_isNotFound() {
    assertThat(
            admin.refusal(
                "mutation { rollBackPolicy(entityType: \"%s\", version: 9) { version } }"
                    .formatted(type)))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void savePolicy_limitedToSpaces_holdsThereOnly() {
    String space = TestServer.unique("space");
    ana.ask("mutation { createSpace(space: \"%s\") { space } }".formatted(space));
    ana.ask(
        "mutation { inviteMember(space: \"%s\", user: \"ben\", role: \"EDITOR\") { user } }"
            .formatted(space));
    Tree saved = save("{\"strategy\":\"MANUAL\"}", "[\"" + space + "\"]");

    assertThat(saved.at("spaces")).hasToString("[\"" + space + "\"]");
    diverge("r1", "elsewhere", "APPLIED");
    diverge(space, "r1", "there", "CONFLICT");
    assertThat(ana.ask("{ policies { entityType } }").at("policies").texts("entityType"))
        .contains(type);
  }

  @Test
  void savePolicy_invalid_namesEveryPlace() {
    Reply reply =
        trySave(
            "{\"entityType\":\"%s\",\"strategy\":\"GUESS\",\"rules\":{\"/n\":\"SUMM\",\"n\":\"SUM\"},\"size\":1}"
                .formatted(type),
            "null");

    assertThat(reply.code()).isEqualTo("INVALID_POLICY");
    assertThat(reply.extensions().at("fields").texts("path"))
        .contains("/strategy", "/rules/~1n", "/size");
    assertThat(history().elements()).isEmpty();
  }

  @Test
  void savePolicy_withAMisspeltSchema_isRefusedAtItsPlaces_andNothingIsLogged() {
    List<String> logged = server.loggedErrors();
    Reply reply =
        trySave(
            typed(
                "{\"strategy\":\"MANUAL\",\"schema\":{\"required\":\"a\",\"properties\":{"
                    + "\"a\":{\"type\":\"strnig\"},\"b\":{\"pattern\":\"(\"}}}}"),
            "null");

    assertThat(reply.code()).isEqualTo("INVALID_POLICY");
    assertThat(reply.extensions().at("fields").texts("path"))
        .containsExactlyInAnyOrder(
            "/schema/required", "/schema/properties/a/type", "/schema/properties/b/pattern");
    assertThat(history().elements()).isEmpty();
    assertThat(server.loggedErrors()).isEqualTo(logged);
  }

  @Test
  void savePolicy_withSchema_rejectsDataThatViolatesIt() {
    save(
        """
        {"strategy":"LAST_WRITE_WINS","schema":{"type":"object","required":["title"],
         "properties":{"title":{"type":"string","maxLength":5}}}}
        """);
    Tree fine = ana.push(edit("r1", "{\"title\":\"short\"}"));
    Tree tooLong = ana.push(edit("r2", "{\"title\":\"longer\"}"));
    Tree missing = ana.push(edit("r3", "{}"));

    assertThat(fine.at("status").text()).isEqualTo("APPLIED");
    assertThat(List.of(tooLong, missing))
        .allSatisfy(
            answer -> assertThat(answer.at("error", "code").text()).isEqualTo("SCHEMA_VIOLATION"));
    assertThat(tooLong.at("error", "fields").texts("path")).containsExactly("/data/title");
  }

  @Test
  void savePolicy_withSizeLimit_rejectsLargerData() {
    save("{\"strategy\":\"LAST_WRITE_WINS\",\"maxBytes\":20}");

    assertThat(ana.push(edit("r1", "{\"t\":\"123456789012\"}")).at("status").text())
        .isEqualTo("APPLIED");
    assertThat(ana.push(edit("r2", "{\"t\":\"1234567890123\"}")).at("error", "code").text())
        .isEqualTo("DATA_TOO_LARGE");
  }

  @Test
  void tryPolicy_tellsTheDecisionAndWritesNothing(TestServer server) {
    String before = server.everythingWritten();
    Tree sum =
        tryOut(
            "{\"strategy\":\"SERVER_MERGE\",\"rules\":{\"/n\":\"SUM\"}}",
            "{\"n\":1}",
            "{\"n\":5}",
            "{\"n\":3}");
    Tree manual = tryOut("{\"strategy\":\"MANUAL\"}", "{\"n\":1}", "{\"n\":5}", "{\"n\":3}");
    Tree newer =
        tryOut("{\"strategy\":\"LAST_WRITE_WINS\"}", "{\"n\":1}", "{\"n\":5}", "{\"n\":3}");

    assertThat(sum.at("status").text()).isEqualTo("MERGED");
    assertThat(sum.at("outcome")).hasToString("{\"n\":7}");
    assertThat(manual.at("status").text()).isEqualTo("CONFLICT");
    assertThat(manual.at("conflict", "fields").texts("path")).containsExactly("/n");
    assertThat(newer.at("status").text()).isEqualTo("APPLIED");
    assertThat(newer.at("explanation").text()).isNotEmpty();
    assertThat(server.everythingWritten()).isEqualTo(before);
  }

  private Tree tryOut(String policy, String base, String onServer, String client) {
    Reply reply =
        admin
            .http()
            .graphql(
                "query($input: PolicyTrialInput!) { tryPolicy(input: $input) {"
                    + " status outcome explanation conflict { fields { path } } } }",
                """
                {"input":{"policy":%s,"base":%s,"server":%s,"client":%s,
                 "serverTime":"2026-03-01T12:00:00Z","clientTime":"2026-03-01T12:30:00Z"}}
                """
                    .formatted(typed(policy), base, onServer, client));
    assertThat(reply.code()).as(reply.body()).isEmpty();
    return reply.data("tryPolicy");
  }

  private Tree save(String policy) {
    return save(policy, "null");
  }

  private Tree save(String policy, String spaces) {
    Reply reply = trySave(typed(policy), spaces);
    assertThat(reply.code()).as(reply.body()).isEmpty();
    return reply.data("savePolicy");
  }

  private Reply trySave(String policy, String spaces) {
    return admin.http().graphql(SAVE, "{\"policy\":%s,\"spaces\":%s}".formatted(policy, spaces));
  }

  private String typed(String policy) {
    return policy.strip().replaceFirst("\\{", "{\"entityType\":" + Http.quoted(type) + ",");
  }

  private Tree history() {
    return admin
        .ask("{ policyHistory(entityType: \"%s\") { version strategy } }".formatted(type))
        .at("policyHistory");
  }

  private Edit edit(String id, String data) {
    return Edit.upsert(type, id, data).in("demo");
  }

  private void diverge(String id, String why, String status) {
    diverge("demo", id, why, status);
  }

  /** Two edits from one base, the second one newer. */
  private void diverge(String space, String id, String why, String status) {
    ana.push(edit(id, "{\"n\":1}").in(space).at("2026-03-01T10:00:00Z"));
    ana.push(edit(id, "{\"n\":2}").in(space).on(1));
    Tree answer = ben.push(edit(id, "{\"n\":3}").in(space).on(1).at("2026-03-01T12:30:00Z"));
    assertThat(answer.at("status").text()).as(why).isEqualTo(status);
  }

  private static String describe(Tree policy) {
    return String.join(
        " ",
        policy.at("entityType").text(),
        policy.at("strategy").text(),
        policy.at("granularity").text(),
        policy.at("rules").canonical());
  }
}
