package org.tidemark.core.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.core.decide.Given.MERGE;
import static org.tidemark.core.decide.Given.with;
import static org.tidemark.core.merge.FieldRow.ABSENT;
import static org.tidemark.core.merge.FieldRow.UNKNOWN;
import static org.tidemark.core.merge.FieldRow.UNSETTLED;
import static org.tidemark.core.merge.FieldRow.merge;
import static org.tidemark.core.merge.FieldRow.normal;
import static org.tidemark.core.merge.FieldRow.row;
import static org.tidemark.core.merge.FieldRow.shown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.MergePolicy;

/** The rules for lists, row by row: base, server and client of one field give the result. */
class ArrayRulesTest {

  static Stream<Arguments> append() {
    FieldRule rule = FieldRule.APPEND;
    return Stream.of(
        row("both added, server's first", rule, "[1]", "[1,2]", "[1,3]", "[1,2,3]"),
        row("both added the same value: both count", rule, "[1]", "[1,2]", "[1,2]", "[1,2,2]"),
        row("removed by the server", rule, "[1,2]", "[2]", "[1,2,3]", "[2,3]"),
        row("removed by the client", rule, "[1,2]", "[1,2,3]", "[2]", "[2,3]"),
        row("removed by both", rule, "[1,2]", "[2,4]", "[2,3]", "[2,4,3]"),
        row("one of two equal removed", rule, "[1,1]", "[1]", "[1,1,2]", "[1,2]"),
        row("both removed one of two equal", rule, "[1,1]", "[1]", "[1]", "[1]"),
        row("base order kept", rule, "[1,2,3]", "[3,2,1,4]", "[2,1,3,5]", "[1,2,3,4,5]"),
        row("1 and 1.0 are one element", rule, "[1]", "[1.0,2]", "[1e0,3]", "[1,2,3]"),
        row("two creations", rule, ABSENT, "[1]", "[1]", "[1,1]"),
        row("no base known: a union", rule, UNKNOWN, "[1,2]", "[2,3]", "[1,2,3]"),
        row("removed whole against added", rule, "[1]", ABSENT, "[1,2]", UNSETTLED + "[1,2]"),
        row("removed whole by both", rule, "[1]", ABSENT, ABSENT, ABSENT),
        row("became null against added", rule, "[1]", "null", "[1,2]", UNSETTLED + "[1,2]"),
        row("was a text before", rule, "'x'", "[1]", "[2]", UNSETTLED + "[2]"),
        row("became the same text", rule, "[1]", "'x'", "'x'", "'x'"),
        row("default for arrays", null, "[1]", "[1,2]", "[1,3]", "[1,2,3]"));
  }

  static Stream<Arguments> appendOfIdentified() {
    FieldRule rule = FieldRule.APPEND;
    return Stream.of(
        row(
            "both added",
            rule,
            "[{'id':1}]",
            "[{'id':1},{'id':2}]",
            "[{'id':1},{'id':3}]",
            "[{'id':1},{'id':2},{'id':3}]"),
        row(
            "both edited other members",
            rule,
            "[{'id':1,'a':'x','b':'x'}]",
            "[{'id':1,'a':'y','b':'x'}]",
            "[{'id':1,'a':'x','b':'y'}]",
            "[{'id':1,'a':'y','b':'y'}]"),
        row(
            "both counted in an element",
            rule,
            "[{'id':1,'n':1}]",
            "[{'id':1,'n':2}]",
            "[{'id':1,'n':2}]",
            "[{'id':1,'n':3}]"),
        row(
            "edited against removed: kept",
            rule,
            "[{'id':1,'n':1}]",
            "[]",
            "[{'id':1,'n':2}]",
            "[{'id':1,'n':2}]"),
        row(
            "removed against edited: kept",
            rule,
            "[{'id':1,'n':1},{'id':2}]",
            "[{'id':1,'n':2},{'id':2}]",
            "[{'id':2}]",
            "[{'id':1,'n':2},{'id':2}]"),
        row(
            "removed against unchanged: removed",
            rule,
            "[{'id':1},{'id':2}]",
            "[{'id':2}]",
            "[{'id':1},{'id':2},{'id':3}]",
            "[{'id':2},{'id':3}]"),
        row(
            "one id added by both: merged, its id not summed",
            rule,
            "[]",
            "[{'id':7,'n':1,'s':'x'}]",
            "[{'id':7,'n':2}]",
            "[{'id':7,'n':3,'s':'x'}]"),
        row(
            "the number 1 is not the text 1",
            rule,
            "[]",
            "[{'id':1}]",
            "[{'id':'1'}]",
            "[{'id':1},{'id':'1'}]"),
        row(
            "an id twice: matched in their order",
            rule,
            "[{'id':1,'a':'x'},{'id':1,'a':'y'}]",
            "[{'id':1,'a':'x'},{'id':1,'a':'z'}]",
            "[{'id':1,'a':'w'},{'id':1,'a':'y'}]",
            "[{'id':1,'a':'w'},{'id':1,'a':'z'}]"),
        row(
            "an id that is an object identifies nothing",
            rule,
            "[]",
            "[{'id':{}}]",
            "[{'id':{}}]",
            "[{'id':{}},{'id':{}}]"),
        row(
            "an unsettled member unsettles the field",
            rule,
            "[{'id':1,'a':'x'}]",
            "[{'id':1,'a':true}]",
            "[{'id':1,'a':'z'}]",
            UNSETTLED + "[{'id':1,'a':'z'}]"));
  }

  static Stream<Arguments> union() {
    FieldRule rule = FieldRule.UNION;
    return Stream.of(
        row("both added", rule, "['a']", "['a','c']", "['a','b']", "['a','c','b']"),
        row("both added the same: once", rule, "[1]", "[1,2]", "[1,2]", "[1,2]"),
        row("both added the same among others", rule, "[1]", "[1,2,3]", "[1,4,2]", "[1,2,3,4]"),
        row("removed by either stays removed", rule, "[1,2,3]", "[2,3,4]", "[1,3,5]", "[3,4,5]"),
        row("order does not count as a change", rule, "[1,2]", "[2,1]", "[1,2,3]", "[1,2,3]"),
        row("order does not count, client's", rule, "[1,2]", "[1,2,3]", "[2,1]", "[1,2,3]"),
        row("repeats do not count", rule, "[1]", "[1,2,2]", "[1,1,3]", "[1,2,3]"),
        row("two creations", rule, ABSENT, "[1,2]", "[2,3]", "[1,2,3]"),
        row("no base known", rule, UNKNOWN, "[1,2]", "[2,3]", "[1,2,3]"),
        row(
            "equal identified elements are one, sums too",
            rule,
            ABSENT,
            "[{'id':1,'n':1}]",
            "[{'id':1,'n':1},2]",
            "[{'id':1,'n':1},2]"),
        row("not an array", rule, "[1]", "'x'", "[1,2]", UNSETTLED + "[1,2]"));
  }

  @ParameterizedTest(name = "{1}: {0}")
  @MethodSource({"append", "appendOfIdentified", "union"})
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
  void merge_ruleOfElementsMember_isFoundByStar() {
    MergePolicy policy = with(MERGE, "/f/*/qty", FieldRule.MAX);
    MergeResult result =
        merge(policy, "[{'id':1,'qty':1}]", "[{'id':1,'qty':4}]", "[{'id':1,'qty':3}]", 1, 2);

    assertThat(shown(result)).isEqualTo(normal("[{'id':1,'qty':4}]"));
  }

  @Test
  void merge_otherIdentityKey_matchesByIt() {
    MergePolicy policy =
        new MergePolicy(
            MERGE.type(),
            1,
            MERGE.strategy(),
            MERGE.granularity(),
            MERGE.onDelete(),
            "key",
            Collections.emptySortedMap(),
            null,
            MERGE.maxBytes());
    MergeResult result =
        merge(policy, "[{'key':'k','n':1}]", "[{'key':'k','n':2}]", "[{'key':'k','n':3}]", 1, 2);

    assertThat(shown(result)).isEqualTo(normal("[{'key':'k','n':4}]"));
  }

  /**
   * A mebibyte of texts that were made to have one hash. The bound is there for the case that each
   * is compared with each: that takes minutes, where this takes a moment.
   */
  @ParameterizedTest
  @EnumSource(names = {"APPEND", "UNION"})
  @Timeout(60)
  void merge_manyElementsOfOneHash_takesNoLongerThanOthers(FieldRule rule) {
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < 1 << 15; i++) {
      StringBuilder element = new StringBuilder();
      for (int bit = 0; bit < 15; bit++) {
        element.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      elements.add("'" + element + "'");
    }
    String base = "[" + String.join(",", elements) + "]";
    String server = base.replace("]", ",'server']");
    String client = base.replace("]", ",'client']");
    MergeResult result = merge(with(MERGE, "/f", rule), base, server, client, 1, 2);

    assertThat(shown(result)).isEqualTo(normal(base.replace("]", ",'server','client']")));
  }
}
