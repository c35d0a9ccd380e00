package org.tidemark.client.upload;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.replica.PolicyBook;
import org.tidemark.client.retry.Backoff;
import org.tidemark.client.store.Tables;
import org.tidemark.client.store.UploadRow;
import org.tidemark.client.transfer.Standing;

/** What there is to do with the uploads now. */
final class Agenda {

  private final Ledger ledger;

  Agenda(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Whether a run would do anything, or has to tell why it does not. */
  boolean hasWork() {
    Instant now = ledger.now();
    PolicyBook policies = ledger.policies();
    return ledger.read(
        tables -> {
          for (UploadRow row : tables.uploads().of(Standing.ACTIVE)) {
            if (Backoff.isDue(row.nextAttempt(), now) && canGo(tables, policies, row)) {
              return true;
            }
          }
          return !settled(tables).isEmpty() || !due(tables, Standing.CANCELLED, now).isEmpty();
        });
  }

  private static boolean canGo(Tables tables, PolicyBook policies, UploadRow row)
      throws SQLException {
    if (row.transfer().media() != null) {
      return Attacher.hasNews(tables, policies, row);
    }
    Problem barred = Rights.barred(tables, row.transfer().record().space());
    return barred == null || !isTold(row, barred);
  }

  /** The next one to be sent; what is barred is told why. */
  Optional<UploadRow> next() {
    Instant now = ledger.now();
    for (UploadRow row : ledger.read(tables -> due(tables, Standing.ACTIVE, now))) {
      if (row.transfer().media() == null && mayGo(row)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private boolean mayGo(UploadRow row) {
    Optional<Problem> barred =
        ledger.read(
            tables -> Optional.ofNullable(Rights.barred(tables, row.transfer().record().space())));
    if (barred.isPresent() && !isTold(row, barred.get())) {
      ledger.write(
          "upload waits",
          entry -> {
            UploadRow now = Changes.active(entry, row.id());
            if (now != null) {
              Changes.note(entry, now, barred.get());
            }
          });
    }
    return !barred.isPresent();
  }

  static boolean isTold(UploadRow row, Problem problem) {
    Problem known = row.problem();
    return known != null && known.code().equals(problem.code());
  }

  /** Those that the server has, and whose records do not name them. */
  List<UploadRow> completed() {
    Instant now = ledger.now();
    List<UploadRow> rows =
        new ArrayList<>(ledger.read(tables -> due(tables, Standing.ACTIVE, now)));
    rows.removeIf(row -> row.transfer().media() == null);
    return rows;
  }

  /** Those whose records' mutations are all settled with the server. */
  List<UploadRow> settled() {
    return ledger.read(Agenda::settled);
  }

  private static List<UploadRow> settled(Tables tables) throws SQLException {
    List<UploadRow> rows = new ArrayList<>();
    for (UploadRow row : tables.uploads().of(Standing.NAMED)) {
      if (Attacher.isSettled(tables, row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  List<UploadRow> cancelled() {
    Instant now = ledger.now();
    return ledger.read(tables -> due(tables, Standing.CANCELLED, now));
  }

  private static List<UploadRow> due(Tables tables, Standing standing, Instant now)
      throws SQLException {
    List<UploadRow> rows = new ArrayList<>(tables.uploads().of(standing));
    rows.removeIf(row -> !Backoff.isDue(row.nextAttempt(), now));
    return rows;
  }

  int waiting() {
    return ledger.read(tables -> tables.uploads().of(Standing.ACTIVE).size());
  }

  /** When something is due that is not due now; null: nothing. */
  @Nullable Instant nextAttempt() {
    Instant now = ledger.now();
    Instant first = null;
    List<UploadRow> rows =
        ledger.read(
            tables -> {
              List<UploadRow> all = new ArrayList<>(tables.uploads().of(Standing.ACTIVE));
              all.addAll(tables.uploads().of(Standing.CANCELLED));
              return all;
            });
    for (UploadRow row : rows) {
      Instant next = row.nextAttempt();
      if (next != null && !Backoff.isDue(next, now) && (first == null || next.isBefore(first))) {
        first = next;
      }
    }
    return first;
  }
}
