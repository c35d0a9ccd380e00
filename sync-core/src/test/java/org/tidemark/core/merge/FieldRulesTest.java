package org.tidemark.core.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.core.decide.Given.MANUAL;
import static org.tidemark.core.decide.Given.MERGE;
import static org.tidemark.core.decide.Given.at;
import static org.tidemark.core.decide.Given.json;
import static org.tidemark.core.decide.Given.with;
import static org.tidemark.core.merge.FieldRow.ABSENT;
import static org.tidemark.core.merge.FieldRow.UNKNOWN;
import static org.tidemark.core.merge.FieldRow.UNSETTLED;
import static org.tidemark.core.merge.FieldRow.merge;
import static org.tidemark.core.merge.FieldRow.normal;
import static org.tidemark.core.merge.FieldRow.row;
import static org.tidemark.core.merge.FieldRow.shown;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.FieldTimes;

/** The table of field rules, row by row: base, server and client of one field give the result. */
class FieldRulesTest {

  static Stream<Arguments> sum() {
    FieldRule rule = FieldRule.SUM;
    return Stream.of(
        row("both changed", rule, "10", "15", "12", "17"),
        row("both the same", rule, "10", "11", "11", "12"),
        row("down and up", rule, "10", "7", "12", "9"),
        row("exact decimals", rule, "0.1", "0.3", "0.2", "0.4"),
        row("one side only", rule, "10", "10", "12", "12"),
        row("two creations add both", rule, ABSENT, "3", "4", "7"),
        row("no base known", rule, UNKNOWN, "3", "4", UNSETTLED + "4"),
        row("no base known, though equal", rule, UNKNOWN, "3", "3", UNSETTLED + "3"),
        row("largest exact result", rule, "0", "9007199254740990", "1", "9007199254740991"),
        row("result above 2^53 - 1", rule, "0", "9007199254740990", "2", UNSETTLED + "2"),
        row("smallest exact result", rule, "0", "-9007199254740990", "-1", "-9007199254740991"),
        row("result below -(2^53 - 1)", rule, "0", "-9007199254740991", "-1", UNSETTLED + "-1"),
        row(
            "64-bit numbers whose result fits",
            rule,
            "9223372036854775807",
            "9223372036854775806",
            "10",
            "9"),
        row("too many digits to keep", rule, "0", "1e-4000", "1", UNSETTLED + "1"),
        row("became a text", rule, "1", "'x'", "2", UNSETTLED + "2"),
        row("was a text", rule, "'x'", "1", "2", UNSETTLED + "2"),
        row("was a text, became one number", rule, "'x'", "2", "2", "2"),
        row("was null", rule, "null", "1", "2", UNSETTLED + "2"),
        row("became the same text", rule, "1", "'x'", "'x'", "'x'"),
        row("removed against changed", rule, "1", ABSENT, "2", UNSETTLED + "2"),
        row("removed by both", rule, "1", ABSENT, ABSENT, ABSENT),
        row("default for numbers", null, "10", "15", "12", "17"));
  }

  static Stream<Arguments> maxAndMin() {
    return Stream.of(
        row("max, server's", FieldRule.MAX, "1", "5", "3", "5"),
        row("max, client's", FieldRule.MAX, "1", "3", "5", "5"),
        row("max, both below the base", FieldRule.MAX, "9", "3", "5", "5"),
        row("max, one side only", FieldRule.MAX, "9", "9", "5", "5"),
        row("max, no base known", FieldRule.MAX, UNKNOWN, "3", "5", "5"),
        row("max, two creations", FieldRule.MAX, ABSENT, "3", "5", "5"),
        row("max, as decimals", FieldRule.MAX, "0", "10", "9.5", "10"),
        row(
            "max, 64 bits",
            FieldRule.MAX,
            "0",
            "9007199254740993",
            "9007199254740992",
            "9007199254740993"),
        row("max, a text", FieldRule.MAX, "1", "'5'", "3", UNSETTLED + "3"),
        row("max, removed", FieldRule.MAX, "1", ABSENT, "3", UNSETTLED + "3"),
        row("min, server's", FieldRule.MIN, "9", "3", "5", "3"),
        row("min, client's", FieldRule.MIN, "9", "5", "3", "3"),
        row("min, no base known", FieldRule.MIN, UNKNOWN, "3", "5", "3"),
        row("min, a text", FieldRule.MIN, "1", "'5'", "3", UNSETTLED + "3"));
  }

  static Stream<Arguments> object() {
    FieldRule rule = FieldRule.OBJECT;
    return Stream.of(
        row(
            "each member by its own rule",
            rule,
            "{'n':1,'l':[1],'s':'x','t':'x'}",
            "{'n':2,'l':[1,2],'s':'y','t':'x'}",
            "{'n':3,'l':[1,3],'s':'z','t':'z'}",
            "{'l':[1,2,3],'n':4,'s':'z','t':'z'}"),
        row("members added by both", rule, "{}", "{'a':'x'}", "{'b':'y'}", "{'a':'x','b':'y'}"),
        row("a member removed", rule, "{'a':'x','b':1}", "{'b':1}", "{'a':'x','b':2}", "{'b':2}"),
        row("two creations", rule, ABSENT, "{'n':1}", "{'n':2,'b':null}", "{'b':null,'n':3}"),
        row(
            "no base known: members too",
            rule,
            UNKNOWN,
            "{'n':1,'s':'x'}",
            "{'n':2,'s':'y'}",
            UNSETTLED + "{'n':2,'s':'y'}"),
        row("nested", rule, "{'o':{'n':1}}", "{'o':{'n':2}}", "{'o':{'n':5}}", "{'o':{'n':6}}"),
        row("became a text", rule, "{}", "'x'", "{'a':1}", UNSETTLED + "{'a':1}"),
        row("was a text", rule, "'x'", "{}", "{'a':1}", UNSETTLED + "{'a':1}"),
        row("removed against changed", rule, "{}", ABSENT, "{'a':1}", UNSETTLED + "{'a':1}"),
        row("default for objects", null, "{'n':1}", "{'n':2}", "{'n':5}", "{'n':6}"));
  }

  static Stream<Arguments> others() {
    FieldRule lww = FieldRule.LAST_WRITE_WINS;
    return Stream.of(
        row("newer wins (the client is newer here)", lww, "'a'", "'b'", "'c'", "'c'"),
        row("a number too, when named", lww, "1", "2", "3", "3"),
        row("another type too, when named", lww, "1", "'b'", "3", "3"),
        row("removed by the newer", lww, "'a'", "'b'", ABSENT, ABSENT),
        row("null is a value", lww, "'a'", "'b'", "null", "null"),
        row("one side only, though older", lww, "'a'", "'b'", "'a'", "'b'"),
        row("default for texts", null, "'a'", "'b'", "'c'", "'c'"),
        row("default for truth values", null, "null", "true", "false", "false"),
        row("default for a text that was null", null, "null", "'b'", "'c'", "'c'"),
        row("default for a removed text", null, "'a'", ABSENT, "'c'", "'c'"),
        row("type changed by one", null, "1", "'b'", "3", UNSETTLED + "3"),
        row("type changed by both alike", null, "1", "'b'", "'b'", "'b'"),
        row("type changed by both apart", null, "1", "'b'", "'c'", UNSETTLED + "'c'"),
        row("server's side", FieldRule.SERVER, "1", "2", "3", "2"),
        row("server's side, one side only", FieldRule.SERVER, "1", "1", "3", "3"),
        row("client's side", FieldRule.CLIENT, "1", "2", "'x'", "'x'"),
        row("client's side, one side only", FieldRule.CLIENT, "1", "2", "1", "2"),
        row("manual, different", FieldRule.MANUAL, "1", "2", "3", UNSETTLED + "3"),
        row("manual, equal", FieldRule.MANUAL, "1", "3", "3.0", "3"),
        row("manual, one side only", FieldRule.MANUAL, "1", "1", "3", "3"),
        row("manual, no base known", FieldRule.MANUAL, UNKNOWN, "2", "3", UNSETTLED + "3"),
        row("manual, no base known, equal", FieldRule.MANUAL, UNKNOWN, "2", "2", "2"));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource({"sum", "maxAndMin", "object", "others"})
  void merge_field_givesResultOfTable(
      String name,
      @Nullable FieldRule rule,
      String base,
      String server,
      String client,
      String expected) {
    FieldRow.check(name, rule, base, server, client, expected);
  }

  @Test
  void merge_equalTimesOfTexts_isUnsettledAndSuggestsTheServers() {
    MergeResult result = merge(MERGE, "'a'", "'b'", "'c'", 100, 100);

    assertThat(shown(result)).isEqualTo(normal(UNSETTLED + "'b'"));
    assertThat(shown(merge(MERGE, "'a'", "'b'", "'b'", 100, 100))).isEqualTo(normal("'b'"));
  }

  @Test
  void merge_serverNewer_isTheServers() {
    assertThat(shown(merge(MERGE, "'a'", "'b'", "'c'", 200, 100))).isEqualTo(normal("'b'"));
    assertThat(shown(merge(MERGE, "1", "'b'", "3", 200, 100))).isEqualTo(normal(UNSETTLED + "'b'"));
  }

  /** Times of a record say nothing of a field that it never had: only removed ones keep theirs. */
  @Test
  void merge_fieldThatOnlyTheClientAdded_stands_howeverOldItsEditSeems() {
    FieldTimes fresh = FieldTimes.uniform(at(200));
    FieldTimes removed = fresh.stamp(new TreeMap<>(Map.of("/f", at(300))));
    JsonObject none = JsonObject.EMPTY;
    JsonObject added = none.with("f", json("'x'"));

    assertThat(addition(none, added, fresh).merged()).isEqualTo(added);
    assertThat(addition(none, added, removed).merged()).as("removed since").isEqualTo(none);
  }

  private static MergeResult addition(JsonObject none, JsonObject added, FieldTimes serverTimes) {
    FieldTimes old = FieldTimes.uniform(at(100));
    return ThreeWayMerge.merge(none, none, added, serverTimes, old, old, RuleBook.of(MERGE));
  }

  @Test
  void merge_ruleOfNestedMember_isFoundByItsPointer() {
    MergePolicy policy = with(MERGE, "/f/a~1b", FieldRule.SERVER);
    MergeResult result = merge(policy, "{'a/b':1}", "{'a/b':4}", "{'a/b':3}", 1, 2);

    assertThat(shown(result)).isEqualTo(normal("{'a/b':4}"));
  }

  @Test
  void merge_nestedObject_reportsChangedMembersOnly() {
    MergeResult result =
        merge(
            MERGE, "{'a':1,'b':'x','c':1}", "{'a':2,'b':'x','c':1}", "{'a':1,'b':'y','c':1}", 1, 2);

    assertThat(result.fields()).extracting(FieldOutcome::path).containsExactly("/f/a", "/f/b");
  }

  @Test
  void merge_manualStrategy_leavesWhatBothChangedToAPerson() {
    assertThat(shown(merge(MANUAL, "1", "2", "3", 1, 2))).isEqualTo(normal(UNSETTLED + "3"));
    assertThat(shown(merge(MANUAL, "1", "1", "3", 2, 1))).isEqualTo(normal("3"));
  }

  @Test
  void merge_fieldTimes_areStampedForWhatTheClientChanged() {
    MergeResult both = merge(MERGE, "1", "2", "3", 100, 50);
    MergeResult clientOnly = merge(MERGE, "1", "1", "3", 100, 50);
    MergeResult serverOnly = merge(MERGE, "1", "2", "1", 100, 500);

    assertThat(both.times().of("/f")).isEqualTo(at(100));
    assertThat(clientOnly.times().of("/f")).isEqualTo(at(101));
    assertThat(serverOnly.times().of("/f")).isEqualTo(at(100));
  }
}
