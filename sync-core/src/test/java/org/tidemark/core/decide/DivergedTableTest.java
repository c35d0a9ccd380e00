package org.tidemark.core.decide;

import static org.tidemark.core.decide.Cell.OURS;
import static org.tidemark.core.decide.Cell.THEIRS;
import static org.tidemark.core.decide.Cell.cell;
import static org.tidemark.core.decide.Given.BY_FIELD;
import static org.tidemark.core.decide.Given.LWW;
import static org.tidemark.core.decide.Given.MANUAL;
import static org.tidemark.core.decide.Given.MERGE;
import static org.tidemark.core.decide.Given.push;
import static org.tidemark.core.decide.Given.state;
import static org.tidemark.core.decide.Given.with;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.policy.OnDelete;

/** Row 9 of the verdict table, where both sides have changed: every cell, each a named case. */
class DivergedTableTest {

  private static final String BASE = "{'a':0}";

  /** Diverged: the server's version 2 of the given time, both from version 1. */
  private static Given diverged(@Nullable String ours, @Nullable String theirs) {
    return push(ours).onto(state(2, 100, theirs)).baseVersion(1).base(BASE);
  }

  static Stream<Arguments> divergedLastWriteWins() {
    return Stream.of(
        cell(
            "older",
            diverged(OURS, THEIRS).when(99),
            "SERVER_WINS v2 {'a':2}",
            "9/LAST_WRITE_WINS/older"),
        cell(
            "newer",
            diverged(OURS, THEIRS).when(101),
            "APPLIED v3 {'a':1} +101",
            "9/LAST_WRITE_WINS/newer"),
        cell(
            "equal time, other data",
            diverged(OURS, THEIRS).when(100),
            "CONFLICT TIMESTAMP",
            "9/LAST_WRITE_WINS/equal-time-other-data"),
        cell(
            "equal time, equal data",
            diverged(OURS, OURS).when(100),
            "CONFLICT VERSION",
            "9/LAST_WRITE_WINS/equal-time-equal-data"),
        cell(
            "older, equal data",
            diverged(OURS, OURS).when(99),
            "SERVER_WINS v2 {'a':1}",
            "9/LAST_WRITE_WINS/older"),
        cell(
            "newer, equal data",
            diverged(OURS, OURS).when(101),
            "APPLIED v3 {'a':1} +101",
            "9/LAST_WRITE_WINS/newer"),
        cell(
            "two creations, newer",
            push(OURS).onto(state(1, 100, THEIRS)).when(101),
            "APPLIED v2 {'a':1} +101",
            "9/LAST_WRITE_WINS/newer"),
        cell(
            "two creations, same time",
            push(OURS).onto(state(1, 100, THEIRS)).when(100),
            "CONFLICT TIMESTAMP",
            "9/LAST_WRITE_WINS/equal-time-other-data"),
        cell(
            "both deleted, newer",
            diverged(null, null).when(101),
            "APPLIED v3 deleted +101",
            "9/LAST_WRITE_WINS/newer"),
        cell(
            "both deleted, older",
            diverged(null, null).when(99),
            "SERVER_WINS v2 deleted",
            "9/LAST_WRITE_WINS/older"),
        cell(
            "both deleted, same time",
            diverged(null, null).when(100),
            "CONFLICT VERSION",
            "9/LAST_WRITE_WINS/equal-time-equal-data"));
  }

  static Stream<Arguments> divergedServerMerge() {
    return Stream.of(
        cell("older", merge(OURS, THEIRS, 99), "MERGED v3 {'a':3} +100", "9/SERVER_MERGE/merged"),
        cell("newer", merge(OURS, THEIRS, 101), "MERGED v3 {'a':3} +101", "9/SERVER_MERGE/merged"),
        cell(
            "equal time, other data",
            merge(OURS, THEIRS, 100),
            "MERGED v3 {'a':3} +100",
            "9/SERVER_MERGE/merged"),
        cell(
            "equal time, equal data, no sum",
            merge("{'a':0,'t':'x'}", "{'a':0,'t':'x'}", 100),
            "APPLIED v2 {'a':0,'t':'x'} unchanged",
            "9/SERVER_MERGE/equal-time-equal-data"),
        cell(
            "equal time, equal data, a sum",
            merge(OURS, OURS, 100),
            "MERGED v3 {'a':2} +100",
            "9/SERVER_MERGE/merged"),
        cell(
            "equal time, equal data, a list",
            merge("{'a':0,'l':[1]}", "{'a':0,'l':[1]}", 100),
            "MERGED v3 {'a':0,'l':[1,1]} +100",
            "9/SERVER_MERGE/merged"),
        cell(
            "unsettled, older",
            merge("{'a':'x'}", THEIRS, 99),
            "CONFLICT FIELD",
            "9/SERVER_MERGE/unsettled"),
        cell(
            "unsettled, newer",
            merge("{'a':'x'}", THEIRS, 101),
            "CONFLICT FIELD",
            "9/SERVER_MERGE/unsettled"),
        cell(
            "unsettled, equal time",
            merge("{'a':0,'t':'x'}", "{'a':0,'t':'y'}", 100),
            "CONFLICT FIELD",
            "9/SERVER_MERGE/unsettled"),
        cell(
            "one unsettled field keeps the settled ones back",
            merge("{'a':1,'t':'x'}", "{'a':2,'t':'y'}", 100),
            "CONFLICT FIELD",
            "9/SERVER_MERGE/unsettled"),
        cell(
            "both deleted, newer",
            merge(null, null, 101),
            "MERGED v3 deleted +101",
            "9/SERVER_MERGE/deleted"),
        cell(
            "both deleted, older",
            merge(null, null, 99),
            "MERGED v2 deleted unchanged",
            "9/SERVER_MERGE/deleted"),
        cell(
            "both deleted, same time",
            merge(null, null, 100),
            "APPLIED v2 deleted unchanged",
            "9/SERVER_MERGE/deleted"));
  }

  private static Given merge(@Nullable String ours, @Nullable String theirs, long when) {
    return diverged(ours, theirs).policy(MERGE).when(when);
  }

  static Stream<Arguments> divergedManual() {
    return Stream.of(
        cell("older", manual(OURS, THEIRS, 99), "CONFLICT VERSION", "9/MANUAL/other-data"),
        cell("newer", manual(OURS, THEIRS, 101), "CONFLICT VERSION", "9/MANUAL/other-data"),
        cell("equal time", manual(OURS, THEIRS, 100), "CONFLICT VERSION", "9/MANUAL/other-data"),
        cell(
            "equal data, older",
            manual(OURS, OURS, 99),
            "APPLIED v2 {'a':1} unchanged",
            "9/MANUAL/equal-data"),
        cell(
            "equal data, newer",
            manual(OURS, OURS, 101),
            "APPLIED v2 {'a':1} unchanged",
            "9/MANUAL/equal-data"),
        cell(
            "equal data, equal time",
            manual(OURS, OURS, 100),
            "APPLIED v2 {'a':1} unchanged",
            "9/MANUAL/equal-data"),
        cell(
            "both deleted",
            manual(null, null, 101),
            "APPLIED v2 deleted unchanged",
            "9/MANUAL/equal-data"));
  }

  private static Given manual(@Nullable String ours, @Nullable String theirs, long when) {
    return diverged(ours, theirs).policy(MANUAL).when(when);
  }

  static Stream<Arguments> divergedByField() {
    return Stream.of(
        cell(
            "one side each",
            byField("{'a':1,'b':0}", "{'a':0,'b':2}", 99),
            "MERGED v3 {'a':1,'b':2} +100",
            "9/LAST_WRITE_WINS/FIELD/both"),
        cell(
            "both the same field, client newer",
            byField("{'a':1,'b':0}", "{'a':2,'b':0}", 101),
            "APPLIED v3 {'a':1,'b':0} +101",
            "9/LAST_WRITE_WINS/FIELD/client"),
        cell(
            "both the same field, client older",
            byField("{'a':1,'b':0}", "{'a':2,'b':0}", 99),
            "SERVER_WINS v2 {'a':2,'b':0}",
            "9/LAST_WRITE_WINS/FIELD/server"),
        cell(
            "both the same field, equal time",
            byField("{'a':1,'b':0}", "{'a':2,'b':0}", 100),
            "CONFLICT TIMESTAMP",
            "9/LAST_WRITE_WINS/FIELD/unsettled"),
        cell(
            "different fields at equal time",
            byField("{'a':1,'b':0}", "{'a':0,'b':2}", 100),
            "MERGED v3 {'a':1,'b':2} +100",
            "9/LAST_WRITE_WINS/FIELD/both"),
        cell(
            "both the same value at equal time",
            byField("{'a':1,'b':0}", "{'a':1,'b':0}", 100),
            "APPLIED v2 {'a':1,'b':0} unchanged",
            "9/LAST_WRITE_WINS/FIELD/client"),
        cell(
            "both the same value, client newer",
            byField("{'a':1,'b':0}", "{'a':1,'b':0}", 101),
            "APPLIED v3 {'a':1,'b':0} +101",
            "9/LAST_WRITE_WINS/FIELD/client"),
        cell(
            "no base known, client newer",
            byField("{'a':1}", "{'b':2}", 101).base(BaseState.UNKNOWN),
            "APPLIED v3 {'a':1} +101",
            "9/LAST_WRITE_WINS/FIELD/client"),
        cell(
            "a field's own time decides",
            byField("{'a':1,'b':0}", "{'a':2,'b':0}", 200).fieldTime("/a", 50),
            "SERVER_WINS v2 {'a':2,'b':0}",
            "9/LAST_WRITE_WINS/FIELD/server"),
        cell(
            "delete older than the edit",
            byField(null, "{'a':2,'b':0}", 99),
            "SERVER_WINS v2 {'a':2,'b':0}",
            "9/DELETE_EDIT/NEWEST/older"));
  }

  private static Given byField(@Nullable String ours, @Nullable String theirs, long when) {
    return push(ours)
        .onto(state(2, 100, theirs))
        .baseVersion(1)
        .base("{'a':0,'b':0}")
        .policy(BY_FIELD)
        .when(when);
  }

  static Stream<Arguments> deleteAgainstEdit() {
    return Stream.of(
        cell(
            "last write wins, delete newer",
            diverged(null, THEIRS).when(101),
            "APPLIED v3 deleted +101",
            "9/DELETE_EDIT/NEWEST/newer"),
        cell(
            "last write wins, delete older",
            diverged(null, THEIRS).when(99),
            "SERVER_WINS v2 {'a':2}",
            "9/DELETE_EDIT/NEWEST/older"),
        cell(
            "last write wins, delete at the same time",
            diverged(null, THEIRS).when(100),
            "CONFLICT TIMESTAMP",
            "9/DELETE_EDIT/NEWEST/equal-time-other-data"),
        cell(
            "last write wins, edit newer than the tombstone",
            diverged(OURS, null).when(101),
            "APPLIED v3 {'a':1} +101",
            "9/DELETE_EDIT/NEWEST/newer"),
        cell(
            "last write wins, edit older than the tombstone",
            diverged(OURS, null).when(99),
            "SERVER_WINS v2 deleted",
            "9/DELETE_EDIT/NEWEST/older"),
        cell(
            "merge, delete",
            diverged(null, THEIRS).policy(MERGE).when(101),
            "CONFLICT DELETE_EDIT",
            "9/DELETE_EDIT/MANUAL"),
        cell(
            "merge, edit of a tombstone",
            diverged(OURS, null).policy(MERGE).when(101),
            "CONFLICT DELETE_EDIT",
            "9/DELETE_EDIT/MANUAL"),
        cell(
            "manual, delete",
            diverged(null, THEIRS).policy(MANUAL).when(101),
            "CONFLICT DELETE_EDIT",
            "9/DELETE_EDIT/MANUAL"),
        cell(
            "manual, edit of a tombstone",
            diverged(OURS, null).policy(MANUAL).when(101),
            "CONFLICT DELETE_EDIT",
            "9/DELETE_EDIT/MANUAL"),
        cell(
            "merge set to newest",
            diverged(null, THEIRS).policy(with(MERGE, OnDelete.NEWEST)).when(101),
            "APPLIED v3 deleted +101",
            "9/DELETE_EDIT/NEWEST/newer"),
        cell(
            "delete wins, though older",
            diverged(null, THEIRS).policy(with(LWW, OnDelete.DELETE_WINS)).when(50),
            "APPLIED v3 deleted +101",
            "9/DELETE_EDIT/DELETE_WINS"),
        cell(
            "delete wins over a newer edit",
            diverged(OURS, null).policy(with(LWW, OnDelete.DELETE_WINS)).when(150),
            "SERVER_WINS v2 deleted",
            "9/DELETE_EDIT/DELETE_WINS"),
        cell(
            "edit wins, though older",
            diverged(OURS, null).policy(with(MERGE, OnDelete.EDIT_WINS)).when(50),
            "APPLIED v3 {'a':1} +101",
            "9/DELETE_EDIT/EDIT_WINS"),
        cell(
            "edit wins over a newer delete",
            diverged(null, THEIRS).policy(with(MANUAL, OnDelete.EDIT_WINS)).when(150),
            "SERVER_WINS v2 {'a':2}",
            "9/DELETE_EDIT/EDIT_WINS"),
        cell(
            "last write wins set to manual",
            diverged(null, THEIRS).policy(with(LWW, OnDelete.MANUAL)).when(150),
            "CONFLICT DELETE_EDIT",
            "9/DELETE_EDIT/MANUAL"),
        cell(
            "a creation on a tombstone, newer",
            push(OURS).onto(state(2, 100, null)).when(101),
            "APPLIED v3 {'a':1} +101",
            "9/DELETE_EDIT/NEWEST/newer"),
        cell(
            "a creation on a tombstone, older",
            push(OURS).onto(state(2, 100, null)).when(99),
            "SERVER_WINS v2 deleted",
            "9/DELETE_EDIT/NEWEST/older"),
        cell(
            "a creation on a tombstone under merge",
            push(OURS).onto(state(2, 100, null)).policy(MERGE).when(101),
            "CONFLICT DELETE_EDIT",
            "9/DELETE_EDIT/MANUAL"),
        cell(
            "a creation on a tombstone under manual",
            push(OURS).onto(state(2, 100, null)).policy(MANUAL).when(101),
            "CONFLICT DELETE_EDIT",
            "9/DELETE_EDIT/MANUAL"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource({
    "divergedLastWriteWins",
    "divergedServerMerge",
    "divergedManual",
    "divergedByField",
    "deleteAgainstEdit"
  })
  void decide_cell_givesVerdictOfTable(String name, Given given, String expected, String row) {
    Cell.check(name, given, expected, row);
  }
}
