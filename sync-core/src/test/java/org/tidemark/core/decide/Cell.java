package org.tidemark.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.provider.Arguments;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.RecordState;

/** A cell of the verdict table, and whether the decider does what it says. */
final class Cell {

  static final String OURS = "{'a':1}";
  static final String THEIRS = "{'a':2}";

  private Cell() {}

  /** Name, input, what is expected as {@code STATUS[ conflict type][ vN][ data]} and the row. */
  static Arguments cell(String name, Given given, String expected, String row) {
    return Arguments.of(name, given, expected.replace('\'', '"'), row);
  }

  static void check(String name, Given given, String expected, String row) {
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
