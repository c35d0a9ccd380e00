package org.tidemark.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.core.decide.Given.ANA;
import static org.tidemark.core.decide.Given.BEN;
import static org.tidemark.core.decide.Given.BY_FIELD;
import static org.tidemark.core.decide.Given.LWW;
import static org.tidemark.core.decide.Given.MANUAL;
import static org.tidemark.core.decide.Given.MERGE;
import static org.tidemark.core.decide.Given.delete;
import static org.tidemark.core.decide.Given.push;
import static org.tidemark.core.decide.Given.state;
import static org.tidemark.core.decide.Given.with;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.BaseRef;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.json.Document;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.OnDelete;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordState;

/** Every row and every cell of the verdict table, each a named case. */
class VerdictTableTest {

  private static final String BASE = "{'a':0}";
  private static final String OURS = "{'a':1}";
  private static final String THEIRS = "{'a':2}";

  private static final BaseClaim EARLIER_EDIT =
      new BaseClaim(new BaseRef.ClientData(new MutationId("earlier")), false);

  /** Name, input, what is expected as {@code STATUS[ conflict type][ vN][ data]} and the row. */
  private static Arguments cell(String name, Given given, String expected, String row) {
    return Arguments.of(name, given, expected.replace('\'', '"'), row);
  }

  /** Diverged: the server's version 2 of the given time, both from version 1. */
  private static Given diverged(@Nullable String ours, @Nullable String theirs) {
    return push(ours).onto(state(2, 100, theirs)).baseVersion(1).base(BASE);
  }

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
    "rowsFourToEight",
    "divergedLastWriteWins",
    "divergedServerMerge",
    "divergedManual",
    "divergedByField",
    "deleteAgainstEdit"
  })
  void decide_cell_givesVerdictOfTable(String name, Given given, String expected, String row) {
    Verdict verdict = given.verdict();

    assertThat(describe(given, verdict)).as(name).isEqualTo(expected);
    assertThat(verdict.why().row()).isEqualTo(row);
    assertThat(verdict.why().words()).isNotEmpty();
  }

  private static String describe(Given given, Verdict verdict) {
    String status = verdict.status().name();
    return verdict.match(
        applied ->
            status + (applied.record() == null ? "" : change(applied.record(), applied.changed())),
        merged -> status + change(merged.record(), merged.changed()),
        serverWins -> {
          assertThat(serverWins.record()).isEqualTo(given.input().server());
          return status + words(serverWins.record());
        },
        conflicted -> {
          assertThat(conflicted.record()).isEqualTo(given.input().server());
          return status + " " + conflicted.conflict().type();
        },
        rejected -> status);
  }

  private static String change(RecordState record, boolean changed) {
    long millis = record.updatedAt().toEpochMilli() - Given.T0.toEpochMilli();
    boolean first = record.version() == 1 && changed;
    return words(record) + (!changed ? " unchanged" : first ? "" : " +" + millis);
  }

  private static String words(RecordState record) {
    Document data = record.data();
    return " v" + record.version() + " " + (data == null ? "deleted" : data.text());
  }
}
