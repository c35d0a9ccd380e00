package org.tidemark.core.decide;

import static org.tidemark.core.decide.Cell.OURS;
import static org.tidemark.core.decide.Cell.THEIRS;
import static org.tidemark.core.decide.Cell.cell;
import static org.tidemark.core.decide.Given.ANA;
import static org.tidemark.core.decide.Given.BEN;
import static org.tidemark.core.decide.Given.BY_FIELD;
import static org.tidemark.core.decide.Given.MANUAL;
import static org.tidemark.core.decide.Given.MERGE;
import static org.tidemark.core.decide.Given.delete;
import static org.tidemark.core.decide.Given.push;
import static org.tidemark.core.decide.Given.state;
import static org.tidemark.core.decide.Given.with;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.BaseRef;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.record.MutationId;

/** Rows 4 to 8 of the verdict table and their neighbours: every cell, each a named case. */
class VerdictTableTest {

  private static final String BASE = "{'a':0}";

  private static final BaseClaim EARLIER_EDIT =
      new BaseClaim(new BaseRef.ClientData(new MutationId("earlier")), false);

  static Stream<Arguments> rowsFourToEight() {
    return Stream.of(
        cell("create", push(OURS), "APPLIED v1 {'a':1}", "4"),
        cell("create under merge", push(OURS).policy(MERGE), "APPLIED v1 {'a':1}", "4"),
        cell("delete of nothing, never seen", delete(), "APPLIED", "5/DELETE"),
        cell("delete of nothing, seen", delete().baseVersion(3), "APPLIED", "5/DELETE"),
        cell("edit of what never was", push(OURS).baseVersion(1), "REJECTED", "5"),
        cell("chained edit of what never was", push(OURS).claim(EARLIER_EDIT), "REJECTED", "5"),
        cell(
            "successor, newer",
            push(OURS).onto(state(2, 100, THEIRS)).baseVersion(2).when(200),
            "APPLIED v3 {'a':1} +200",
            "6"),
        cell(
            "successor with a slow clock",
            push(OURS).onto(state(2, 100, THEIRS)).baseVersion(2).when(-5000),
            "APPLIED v3 {'a':1} +101",
            "6"),
        cell(
            "successor at the same time",
            push(OURS).onto(state(2, 100, THEIRS)).baseVersion(2).when(100),
            "APPLIED v3 {'a':1} +101",
            "6"),
        cell(
            "successor under manual",
            push(OURS).onto(state(2, 100, THEIRS)).baseVersion(2).policy(MANUAL).when(1),
            "APPLIED v3 {'a':1} +101",
            "6"),
        cell(
            "successor that deletes",
            delete().onto(state(2, 100, THEIRS)).baseVersion(2).when(200),
            "APPLIED v3 deleted +200",
            "6"),
        cell(
            "successor of a tombstone",
            push(OURS).onto(state(2, 100, null)).baseVersion(2).when(200),
            "APPLIED v3 {'a':1} +200",
            "6"),
        cell(
            "successor under field times",
            push(OURS).onto(state(2, 100, THEIRS)).baseVersion(2).policy(BY_FIELD).when(50),
            "APPLIED v3 {'a':1} +101",
            "6"),
        cell(
            "same number, but of another history",
            push(OURS)
                .onto(state(2, 100, THEIRS))
                .claim(new BaseClaim(new BaseRef.Version(2), false))
                .when(200),
            "APPLIED v3 {'a':1} +200",
            "9/LAST_WRITE_WINS/newer"),
        cell(
            "the same write again",
            push(OURS).onto(state(2, 100, OURS, ANA)).baseVersion(1).when(100),
            "APPLIED v2 {'a':1} unchanged",
            "7"),
        cell(
            "the same deletion again",
            delete().onto(state(2, 100, null, ANA)).baseVersion(1).when(100),
            "APPLIED v2 deleted unchanged",
            "7"),
        cell(
            "the same write again, of a sum",
            push(OURS).onto(state(2, 100, OURS, ANA)).baseVersion(1).policy(MERGE).when(100),
            "APPLIED v2 {'a':1} unchanged",
            "7"),
        cell(
            "two imports of the same",
            push(OURS).onto(state(1, 100, OURS, BEN)).when(300),
            "APPLIED v1 {'a':1} unchanged",
            "7"),
        cell(
            "two imports of the same texts under merge",
            push("{'t':'x'}").onto(state(1, 100, "{'t':'x'}", BEN)).policy(MERGE).when(300),
            "APPLIED v1 {'t':'x'} unchanged",
            "7"),
        cell(
            "two creations of the same sum both count",
            push(OURS).onto(state(1, 100, OURS, BEN)).policy(MERGE).when(300),
            "MERGED v2 {'a':2} +300",
            "9/SERVER_MERGE/merged"),
        cell(
            "two creations of the same list both count",
            push("{'l':[1]}").onto(state(1, 100, "{'l':[1]}", BEN)).policy(MERGE).when(300),
            "MERGED v2 {'l':[1,1]} +300",
            "9/SERVER_MERGE/merged"),
        cell(
            "two creations of the same nested sum both count",
            push("{'o':{'n':1}}").onto(state(1, 9, "{'o':{'n':1}}", BEN)).policy(MERGE).when(300),
            "MERGED v2 {'o':{'n':2}} +300",
            "9/SERVER_MERGE/merged"),
        cell(
            "two creations of one maximum are one",
            push(OURS)
                .onto(state(1, 100, OURS, BEN))
                .policy(with(MERGE, "/a", FieldRule.MAX))
                .when(300),
            "APPLIED v1 {'a':1} unchanged",
            "7"),
        cell(
            "deleted unseen by both",
            delete().onto(state(2, 100, null, BEN)),
            "APPLIED v2 deleted unchanged",
            "7"),
        cell(
            "equal content of another client is no repeat",
            push(OURS).onto(state(2, 100, OURS, BEN)).baseVersion(1).when(100),
            "CONFLICT VERSION",
            "9/LAST_WRITE_WINS/equal-time-equal-data"),
        cell(
            "a chained edit that meets the merged sum by chance still counts",
            push(OURS)
                .onto(state(3, 100, OURS, ANA))
                .claim(EARLIER_EDIT)
                .base(BASE)
                .policy(MERGE)
                .when(200),
            "MERGED v4 {'a':2} +200",
            "9/SERVER_MERGE/merged"),
        cell(
            "a chained edit that says what the record says",
            push(OURS).onto(state(3, 100, OURS, ANA)).claim(EARLIER_EDIT).base(BASE).when(200),
            "APPLIED v3 {'a':1} unchanged",
            "7"),
        cell(
            "ahead of the server",
            push(OURS).onto(state(2, 100, THEIRS)).baseVersion(3).when(900),
            "CONFLICT VERSION",
            "8"),
        cell(
            "ahead of the server under merge",
            push(OURS).onto(state(2, 100, THEIRS)).baseVersion(3).policy(MERGE).when(900),
            "CONFLICT VERSION",
            "8"),
        cell(
            "a deletion ahead of the server",
            delete().onto(state(2, 100, THEIRS)).baseVersion(3).when(900),
            "CONFLICT VERSION",
            "8"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("rowsFourToEight")
  void decide_cell_givesVerdictOfTable(String name, Given given, String expected, String row) {
    Cell.check(name, given, expected, row);
  }
}
