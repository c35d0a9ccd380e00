package org.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.tidemark.client.transport.ItemAnswer;

/** Verdicts on single edits: the rows of the push table and the cells of the policy table. */
final class PushCases {
  private PushCases() {}

  static List<ContractCase> all() {
    return List.of(
        new ContractCase(
            "push_newRecord_isAppliedAsVersionOne",
            p ->
                p.expect(
                    p.device("ana").push(p.put("profile", "r", "{\"a\":1}")),
                    "APPLIED",
                    1,
                    "{\"a\":1}")),
        new ContractCase(
            "push_deleteOfNothing_isAppliedWithoutVersion",
            p -> p.expect(p.device("ana").push(p.delete("profile", "r")), "APPLIED", null, null)),
        new ContractCase(
            "push_versionOfNothing_isRejected",
            p ->
                p.expectRefused(
                    p.device("ana").push(p.put("profile", "r", "{}").on(3)), "RECORD_UNKNOWN")),
        new ContractCase("push_directSuccessorWithSlowClock_isApplied", PushCases::slowSuccessor),
        new ContractCase("push_sameContentAgain_makesNoVersion", PushCases::sameContent),
        new ContractCase(
            "push_versionAheadOfTheServer_isConflict",
            p -> {
              PlayDevice ana = p.device("ana");
              ana.push(p.put("profile", "r", "{\"a\":1}"));
              p.expectConflict(ana.push(p.put("profile", "r", "{\"a\":2}").on(9)), "VERSION");
            }),
        new ContractCase("push_lastWriteWins_decidesByTime", PushCases::lastWriteWins),
        new ContractCase("push_lastWriteWinsByField_keepsBothSides", PushCases::byField),
        new ContractCase("push_sums_countBothSidesOnce", PushCases::sums),
        new ContractCase("push_twoCreationsOfACounter_addBoth", PushCases::twoCreations),
        new ContractCase("push_appends_keepAllElements", PushCases::appends),
        new ContractCase("push_note_mergesWhatItCanAndAsksForTheRest", PushCases::note),
        new ContractCase("push_manual_isConflictUnlessEqual", PushCases::manual),
        new ContractCase("push_deleteAgainstEdit_byPolicy", PushCases::deleteAgainstEdit),
        new ContractCase("push_creationOnTombstone_byPolicy", PushCases::creationOnTombstone),
        new ContractCase("push_wrongClock_isCorrected", PushCases::wrongClock),
        new ContractCase("push_fieldTimes_decideByField", PushCases::fieldTimes),
        new ContractCase("push_tooLargeData_isRejected", PushCases::tooLarge));
  }

  private static void slowSuccessor(Play p) {
    PlayDevice ana = p.device("ana");
    ana.push(p.put("profile", "r", "{\"a\":1}"));
    ItemAnswer slow = ana.push(p.put("profile", "r", "{\"a\":2}").on(1).at(-3600));
    p.expect(slow, "APPLIED", 2, "{\"a\":2}");
    assertThat(slow.updatedAt()).isEqualTo(Edit.NOON.plusMillis(1));
  }

  private static void sameContent(Play p) {
    PlayDevice ana = p.device("ana");
    ana.push(p.put("profile", "r", "{\"a\":1}"));
    p.expect(ana.push(p.put("profile", "r", "{\"a\":1.0}").on(7)), "APPLIED", 1, "{\"a\":1}");
    PlayDevice ben = p.device("ben");
    p.expect(ben.push(p.put("profile", "r", "{\"a\":1}")), "APPLIED", 1, "{\"a\":1}");
  }

  private static void lastWriteWins(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("profile", "r", "{\"a\":1}").at(-100));
    ana.push(p.put("profile", "r", "{\"a\":2}").on(1));
    p.expect(
        ben.push(p.put("profile", "r", "{\"a\":3}").on(1).at(-1)), "SERVER_WINS", 2, "{\"a\":2}");
    p.expectConflict(ben.push(p.put("profile", "r", "{\"a\":4}").on(1)), "TIMESTAMP");
    p.expectConflict(ben.push(p.put("profile", "r", "{\"a\":2}").on(1)), "VERSION");
    p.expect(ben.push(p.put("profile", "r", "{\"a\":5}").on(1).at(1)), "APPLIED", 3, "{\"a\":5}");
  }

  private static void byField(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("task", "r", "{\"a\":1,\"b\":1}").at(-100));
    ana.push(p.put("task", "r", "{\"a\":2,\"b\":1}").on(1));
    p.expect(
        ben.push(p.put("task", "r", "{\"a\":1,\"b\":5}").on(1).at(-1)),
        "MERGED",
        3,
        "{\"a\":2,\"b\":5}");
    p.expect(
        ben.push(p.put("task", "r", "{\"a\":9,\"b\":1}").on(1).at(-50)),
        "SERVER_WINS",
        3,
        "{\"a\":2,\"b\":5}");
  }

  private static void sums(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("counter", "r", "{\"count\":10}").at(-100));
    ana.push(p.put("counter", "r", "{\"count\":13}").on(1));
    p.expect(
        ben.push(p.put("counter", "r", "{\"count\":15}").on(1).at(-1)),
        "MERGED",
        3,
        "{\"count\":18}");
    p.expect(
        ben.push(p.put("counter", "r", "{\"count\":9}").on(1).at(2)),
        "MERGED",
        4,
        "{\"count\":17}");
  }

  private static void twoCreations(Play p) {
    p.device("ana").push(p.put("counter", "r", "{\"count\":3}"));
    p.expect(
        p.device("ben").push(p.put("counter", "r", "{\"count\":3}")), "MERGED", 2, "{\"count\":6}");
  }

  private static void appends(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("comment_thread", "r", "{\"comments\":[\"a\",{\"id\":\"x\",\"t\":1}]}").at(-9));
    ana.push(p.put("comment_thread", "r", "{\"comments\":[{\"id\":\"x\",\"t\":1},\"b\"]}").on(1));
    p.expect(
        ben.push(
            p.put("comment_thread", "r", "{\"comments\":[\"a\",{\"id\":\"x\",\"t\":2},\"b\"]}")
                .on(1)),
        "MERGED",
        3,
        "{\"comments\":[{\"id\":\"x\",\"t\":2},\"b\",\"b\"]}");
  }

  private static void note(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("note", "r", "{\"title\":\"t\",\"tags\":[\"a\"],\"votes\":1}").at(-100));
    ana.push(p.put("note", "r", "{\"title\":\"u\",\"tags\":[\"a\",\"b\"],\"votes\":2}").on(1));
    p.expect(
        ben.push(p.put("note", "r", "{\"title\":\"t\",\"tags\":[\"b\",\"c\"],\"votes\":4}").on(1)),
        "MERGED",
        3,
        "{\"title\":\"u\",\"tags\":[\"b\",\"c\"],\"votes\":5}");
    p.expectConflict(
        ben.push(p.put("note", "r", "{\"title\":\"v\",\"tags\":[\"a\"],\"votes\":7}").on(1)),
        "FIELD");
  }

  private static void manual(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("invoice", "r", "{\"n\":1}").at(-100));
    ana.push(p.put("invoice", "r", "{\"n\":2}").on(1));
    p.expectConflict(ben.push(p.put("invoice", "r", "{\"n\":3}").on(1).at(5)), "VERSION");
    p.expectConflict(ben.push(p.put("invoice", "r", "{\"n\":4}").on(1).at(-5)), "VERSION");
    p.expect(ben.push(p.put("invoice", "r", "{\"n\":2}").on(1).at(9)), "APPLIED", 2, "{\"n\":2}");
  }

  private static void deleteAgainstEdit(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    for (String type : List.of("profile", "task", "invoice", "counter")) {
      ana.push(p.put(type, "r", "{\"count\":1}").at(-100));
      ana.push(p.put(type, "r", "{\"count\":2}").on(1));
      ItemAnswer older = ben.push(p.delete(type, "r").on(1).at(-5));
      ItemAnswer newer = ben.push(p.delete(type, "r").on(1).at(5));
      if (type.equals("profile") || type.equals("task")) {
        p.expect(older, "SERVER_WINS", 2, "{\"count\":2}");
        p.expect(newer, "APPLIED", 3, null);
      } else {
        p.expectConflict(older, "DELETE_EDIT");
        p.expectConflict(newer, "DELETE_EDIT");
      }
    }
  }

  private static void creationOnTombstone(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    for (String type : List.of("profile", "counter")) {
      ana.push(p.put(type, "r", "{\"count\":1}").at(-100));
      p.expect(ana.push(p.delete(type, "r").on(1)), "APPLIED", 2, null);
      ItemAnswer anew = ben.push(p.put(type, "r", "{\"count\":5}").at(5));
      if (type.equals("profile")) {
        p.expect(anew, "APPLIED", 3, "{\"count\":5}");
      } else {
        p.expectConflict(anew, "DELETE_EDIT");
      }
    }
  }

  private static void wrongClock(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("profile", "r", "{\"a\":1}").at(-100));
    ana.push(p.put("profile", "r", "{\"a\":2}").on(1));
    long fiftyYears = 50L * 365 * 24 * 3600;
    Edit old = p.put("profile", "r", "{\"a\":3}").on(1).at(-fiftyYears + 365L * 24 * 3600);
    p.expect(ben.pushWithClock(-fiftyYears, old), "APPLIED", 3, "{\"a\":3}");
  }

  private static void fieldTimes(Play p) {
    PlayDevice ana = p.device("ana");
    PlayDevice ben = p.device("ben");
    ana.push(p.put("task", "r", "{\"a\":1,\"b\":1}").at(-100));
    ana.push(
        p.put("task", "r", "{\"a\":2,\"b\":2}").on(1).at(10).fieldAt("/a", 10).fieldAt("/b", 2));
    p.expect(
        ben.push(
            p.put("task", "r", "{\"a\":3,\"b\":3}").on(1).at(5).fieldAt("/a", 3).fieldAt("/b", 5)),
        "MERGED",
        3,
        "{\"a\":2,\"b\":3}");
  }

  private static void tooLarge(Play p) {
    String much = "x".repeat(1 << 20);
    p.expectRefused(
        p.device("ana").push(p.put("profile", "r", "{\"a\":\"" + much + "\"}")), "DATA_TOO_LARGE");
  }
}
