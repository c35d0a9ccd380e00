package org.tidemark.client.upload;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.replica.PolicyBook;
import org.tidemark.client.store.Tables;
import org.tidemark.client.store.UploadRow;
import org.tidemark.client.transfer.Attaching;
import org.tidemark.client.transfer.Standing;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.core.record.RecordKey;

/**
 * Writes the address of a finished upload into its record, in one transaction with the mutation
 * that tells the server: an edit of that one field on what the record is here at that moment.
 *
 * <p>The server deletes a file that no record names after some days. A device that is away for
 * longer would then send the address of nothing, so the copy is kept until the record's mutations
 * are settled; and whatever took long is looked at before it counts as done.
 */
final class Attacher {

  /** Well below the days that a file lives which no record names. */
  private static final Duration FRESH = Duration.ofDays(1);

  private final Ledger ledger;

  Attacher(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Whether it can be attached now, as far as this device knows. */
  static boolean isReady(Tables tables, PolicyBook policies, UploadRow row) throws SQLException {
    MediaAnswer media = row.transfer().media();
    return media != null
        && decide(tables, policies, row, media) instanceof Attaching.Decision.Write;
  }

  /** Whether it can be attached, or waits for something that is not told yet. */
  static boolean hasNews(Tables tables, PolicyBook policies, UploadRow row) throws SQLException {
    MediaAnswer media = row.transfer().media();
    Attaching.Decision decision = media == null ? null : decide(tables, policies, row, media);
    return decision instanceof Attaching.Decision.Wait wait
        ? !Agenda.isTold(row, wait.why())
        : decision != null;
  }

  private static Attaching.Decision decide(
      Tables tables, PolicyBook policies, UploadRow row, MediaAnswer media) throws SQLException {
    RecordKey record = row.transfer().record();
    return Attaching.decide(
        tables.records().find(record).local(),
        Rights.barred(tables, record.space()),
        tables.conflicts().waiting(record) != null,
        row.transfer().field(),
        media.url(),
        policies.of(record.type(), record.space()).maxBytes());
  }

  /** Whether the server may have deleted the file meanwhile. */
  static boolean isStale(UploadRow row, Instant now) {
    Instant completed = row.completedAt();
    return completed == null || Duration.between(completed, now).abs().compareTo(FRESH) > 0;
  }

  /** Whether nothing is queued any more that might still have to tell the server of the file. */
  static boolean isSettled(Tables tables, UploadRow row) throws SQLException {
    return tables.outbox().of(row.transfer().record()).isEmpty();
  }

  /** The server has the record's word of it, and the file. */
  void done(String id) {
    ledger.write(
        "file done",
        entry -> {
          UploadRow row = entry.tables().uploads().find(id);
          if (row != null && row.transfer().standing() == Standing.NAMED) {
            entry.tables().uploads().stand(id, Standing.DONE, null);
            entry.tables().uploads().removeDone(entry.settings().uploads().mostDone());
          }
        });
  }

  /** Attaches; false: it waits, or a person must look at it. */
  boolean attach(String id) {
    return ledger.change("attach", entry -> attach(entry, id));
  }

  private static boolean attach(Entry entry, String id) throws SQLException {
    UploadRow row = Changes.active(entry, id);
    MediaAnswer media = row == null ? null : row.transfer().media();
    if (row == null || media == null) {
      return false;
    }
    Attaching.Decision decision = decide(entry.tables(), entry.policies(), row, media);
    if (decision instanceof Attaching.Decision.Write write) {
      entry.edit(row.transfer().record(), write.data());
      Changes.stand(entry, id, Standing.NAMED, null);
      return true;
    }
    if (decision instanceof Attaching.Decision.Wait wait) {
      Changes.note(entry, row, wait.why());
    } else if (decision instanceof Attaching.Decision.Show show) {
      Changes.stand(entry, id, Standing.PARKED, show.why());
    }
    return false;
  }
}
