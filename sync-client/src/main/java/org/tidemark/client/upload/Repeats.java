package org.tidemark.client.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.UploadProblems;
import org.tidemark.client.store.UploadRow;
import org.tidemark.client.transfer.Standing;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.record.RecordKey;

/**
 * Finds the upload that a person asks for once more: the same bytes for the same field, not there
 * yet. A command that was killed and is given again must not send a file twice.
 */
final class Repeats {

  private final Ledger ledger;
  private final Copies copies;

  Repeats(Ledger ledger, Copies copies) {
    this.ledger = ledger;
    this.copies = copies;
  }

  /** The upload that goes on, null: there is none. The file is read only where one may be it. */
  @Nullable String goOn(Path file, RecordKey record, JsonPointer field, long sizeBytes) {
    List<UploadRow> rows =
        new ArrayList<>(ledger.read(tables -> tables.uploads().into(record, field, sizeBytes)));
    rows.removeIf(row -> !isUnderWay(row) || !copies.has(row.id(), sizeBytes));
    if (rows.isEmpty()) {
      return null;
    }
    String sha256 = sha256(file);
    for (UploadRow row : rows) {
      if (row.transfer().file().sha256().equals(sha256)
          && ledger.change("upload again", entry -> goOn(entry, row.id()))) {
        return row.id();
      }
    }
    return null;
  }

  private static boolean isUnderWay(UploadRow row) {
    return switch (row.transfer().standing()) {
      case ACTIVE, PAUSED, PARKED -> true;
      case NAMED, REFUSED, CANCELLED, DONE -> false;
    };
  }

  private static boolean goOn(Entry entry, String id) throws SQLException {
    UploadRow row = entry.tables().uploads().find(id);
    if (row == null || !isUnderWay(row)) {
      return false;
    }
    if (row.transfer().standing() != Standing.ACTIVE) {
      entry.tables().uploads().renew(id);
      Changes.tell(entry, id);
    }
    return true;
  }

  private static String sha256(Path file) {
    Sha256 digest = new Sha256();
    try (InputStream in = Copies.open(file)) {
      byte[] buffer = new byte[Copies.BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.add(buffer, read);
      }
    } catch (IOException e) {
      throw new ClientException(UploadProblems.unreadable(file.toString(), String.valueOf(e)), e);
    }
    return digest.hex();
  }
}
