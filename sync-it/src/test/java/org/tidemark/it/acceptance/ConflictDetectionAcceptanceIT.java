package org.tidemark.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** BE-2.1: conflict detection. Ana and Ben edit one record; Ana's edit arrived first, of noon. */
@ExtendWith(WithServer.class)
class ConflictDetectionAcceptanceIT {

  private static final String ONE_MS_BEFORE = "2026-03-01T11:59:59.999Z";
  private static final String ONE_MS_AFTER = "2026-03-01T12:00:00.001Z";

  private final Device ana;
  private final Device ben;
  private final String id = TestServer.unique("record");

  ConflictDetectionAcceptanceIT(TestServer server) {
    ana = server.device("ana");
    ben = server.device("ben");
  }

  @Test
  void conflictsAreDetectedAccuratelyUsingTimestampComparison() {
    diverge();
    Tree earlier = push("b", ONE_MS_BEFORE);
    Tree equal = push("b", Edit.NOON);
    Tree later = push("b", ONE_MS_AFTER);

    assertThat(earlier.at("status").text()).isEqualTo("SERVER_WINS");
    assertThat(equal.at("status").text()).isEqualTo("CONFLICT");
    assertThat(equal.at("conflict", "conflictType").text()).isEqualTo("TIMESTAMP");
    assertThat(later.at("status").text()).isEqualTo("APPLIED");
  }

  @Test
  void autoResolve_serverNewer_serverWins() {
    diverge();
    Tree answer = push("b", ONE_MS_BEFORE);

    assertThat(answer.at("status").text()).isEqualTo("SERVER_WINS");
    assertThat(answer.at("conflict").isThere()).isFalse();
    assertThat(answer.at("data", "name").text()).isEqualTo("a");
    assertThat(answer.at("version").number()).isEqualTo(2);
  }

  @Test
  void autoResolve_localNewer_localWins() {
    diverge();
    Tree answer = push("b", ONE_MS_AFTER);

    assertThat(answer.at("status").text()).isEqualTo("APPLIED");
    assertThat(answer.at("conflict").isThere()).isFalse();
    assertThat(answer.at("data", "name").text()).isEqualTo("b");
    assertThat(answer.at("version").number()).isEqualTo(3);
  }

  @Test
  void userResolutionIsRequiredForEqualTimestamps() {
    diverge();
    Tree conflict = push("b", Edit.NOON).at("conflict");

    assertThat(ana.record("demo", "profile", id).at("version").number()).isEqualTo(2);
    Tree settled = ben.resolve(conflict.at("conflictId").text(), "KEEP_CLIENT", 2);
    assertThat(settled.at("data", "name").text()).isEqualTo("b");
  }

  @Test
  void userResolutionIsRequiredForAVersionMismatch() {
    diverge();
    Tree answer = push("a", Edit.NOON);

    assertThat(answer.at("status").text()).isEqualTo("CONFLICT");
    assertThat(answer.at("conflict", "conflictType").text()).isEqualTo("VERSION");
  }

  @Test
  void conflictPayloadContainsAllNecessaryData() {
    diverge();
    Tree conflict = push("b", Edit.NOON).at("conflict");

    assertThat(conflict.at("conflictId").text()).isNotEmpty();
    assertThat(conflict.at("conflictType").text()).isEqualTo("TIMESTAMP");
    assertThat(conflict.at("serverData")).hasToString("{\"name\":\"a\"}");
    assertThat(conflict.at("clientData")).hasToString("{\"name\":\"b\"}");
    assertThat(conflict.at("baseData")).hasToString("{\"name\":\"base\"}");
    assertThat(conflict.at("serverVersion").number()).isEqualTo(2);
    assertThat(conflict.at("localVersion").number()).isEqualTo(1);
    assertThat(conflict.at("serverUpdatedAt").text()).isEqualTo(Edit.NOON);
    assertThat(conflict.at("clientUpdatedAt").text()).isEqualTo(Edit.NOON);
    assertThat(conflict.at("clientEffectiveAt").text()).isEqualTo(Edit.NOON);
    assertThat(conflict.at("explanation").text()).isNotEmpty();
    assertThat(conflict.at("resolutionSuggested")).hasToString("{\"name\":\"a\"}");
    Tree field = conflict.at("fields", 0);
    assertThat(field.at("path").text()).isEqualTo("/name");
    assertThat(field.at("base").text()).isEqualTo("base");
    assertThat(field.at("server").text()).isEqualTo("a");
    assertThat(field.at("client").text()).isEqualTo("b");
    assertThat(field.at("settled").isTrue()).isFalse();
  }

  @Test
  void noFalsePositive_directSuccessorIsNoConflict() {
    diverge();
    Edit successor = Edit.upsert("profile", id, "{\"name\":\"b\"}").in("demo").on(2);

    assertThat(ben.push(successor).at("status").text()).isEqualTo("APPLIED");
  }

  @Test
  void noFalsePositive_otherFormOfTheSameDataIsNoChange() {
    ana.push(Edit.upsert("profile", id, "{\"n\":1,\"t\":\"é\"}").in("demo"));
    Tree answer = ben.push(Edit.upsert("profile", id, "{\"t\":\"\\u00e9\",\"n\":1.0}").in("demo"));

    assertThat(answer.at("status").text()).isEqualTo("APPLIED");
    assertThat(answer.at("version").number()).isEqualTo(1);
  }

  @Test
  void noFalseNegative_smallestDifferenceIsFound() {
    ana.push(Edit.upsert("profile", id, "{\"n\":9007199254740992}").in("demo"));
    Tree number = ben.push(Edit.upsert("profile", id, "{\"n\":9007199254740993}").in("demo"));
    Tree absent =
        ben.push(Edit.upsert("profile", id, "{\"n\":9007199254740992,\"x\":null}").in("demo"));

    assertThat(number.at("conflict", "conflictType").text()).isEqualTo("TIMESTAMP");
    assertThat(absent.at("conflict", "conflictType").text()).isEqualTo("TIMESTAMP");
  }

  private void diverge() {
    ana.push(profile("base").at("2026-03-01T10:00:00Z"));
    ana.push(profile("a").on(1));
  }

  /** Ben's edit of the base. */
  private Tree push(String name, String time) {
    return ben.push(profile(name).on(1).at(time));
  }

  private Edit profile(String name) {
    return Edit.upsert("profile", id, "{\"name\":\"" + name + "\"}").in("demo");
  }
}
