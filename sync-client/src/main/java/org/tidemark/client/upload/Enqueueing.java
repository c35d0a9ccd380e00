package org.tidemark.client.upload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Intake;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.problem.StoreProblems;
import org.tidemark.client.problem.UploadProblems;
import org.tidemark.client.settings.UploadSettings;
import org.tidemark.client.store.Tables;
import org.tidemark.client.transfer.FileFacts;
import org.tidemark.client.transfer.Standing;
import org.tidemark.client.transfer.Transfer;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/** Takes a file into the queue: all of it, or nothing. */
final class Enqueueing {

  private final Ledger ledger;
  private final Copies copies;

  Enqueueing(Ledger ledger, Copies copies) {
    this.ledger = ledger;
    this.copies = copies;
  }

  /** Takes it in, unless it is on its way already; the upload's id. */
  String enqueue(Path file, Attachment to) {
    RecordKey record = record(to);
    JsonPointer field = field(to.field());
    long size = sizeBytes(file);
    String known = new Repeats(ledger, copies).goOn(file, record, field, size);
    return known == null ? takeIn(file, to, record, field, size) : known;
  }

  private String takeIn(Path file, Attachment to, RecordKey record, JsonPointer field, long size) {
    Optional<Problem> early =
        ledger.read(tables -> Optional.ofNullable(problem(tables, record, size)));
    refuse(early.orElse(null));
    if (size > copies.freeBytes()) {
      throw new ClientException(StoreProblems.full(size + " bytes for a copy of " + file));
    }
    String id = newId();
    long most = ledger.settings().uploads().mostFileBytes();
    Copies.Kept kept = copies.keep(file, id, most);
    String wished = to.fileName();
    String name = FileNames.safe(wished == null ? String.valueOf(file.getFileName()) : wished);
    String type = to.contentType();
    FileFacts facts =
        new FileFacts(
            name, type == null ? ContentTypes.of(name) : type, kept.sizeBytes(), kept.sha256());
    Transfer transfer =
        new Transfer(id, record, field, facts, ledger.now(), newId(), null, null, Standing.ACTIVE);
    try {
      store(transfer);
    } catch (ClientException e) {
      copies.remove(id);
      throw e;
    }
    return id;
  }

  private void store(Transfer transfer) {
    ledger.write(
        "enqueue",
        entry -> {
          refuse(problem(entry.tables(), transfer.record(), transfer.file().sizeBytes()));
          entry.tables().uploads().add(transfer);
          Changes.tell(entry, transfer.id());
        });
  }

  private @Nullable Problem problem(Tables tables, RecordKey record, long size)
      throws SQLException {
    UploadSettings settings = ledger.settings().uploads();
    Problem barred = Rights.barred(tables, record.space());
    if (barred != null) {
      return barred;
    }
    if (tables.records().find(record).local() == null) {
      return UploadProblems.noRecord(record.type() + " " + record.id());
    }
    if (size == 0) {
      return UploadProblems.empty("0 bytes");
    }
    if (size > settings.mostFileBytes()) {
      return UploadProblems.tooLarge(size, settings.mostFileBytes());
    }
    if (tables.uploads().count() >= settings.mostQueued()) {
      return UploadProblems.queueFull(settings.mostQueued());
    }
    return tables.uploads().keptBytes() + size > settings.mostKeptBytes()
        ? UploadProblems.spaceFull(settings.mostKeptBytes())
        : null;
  }

  private static void refuse(@Nullable Problem problem) {
    if (problem != null) {
      throw new ClientException(problem);
    }
  }

  private RecordKey record(Attachment to) {
    String problem = RecordId.problem(to.id());
    if (problem != null) {
      throw new ClientException(Problems.invalidInput("the id " + problem));
    }
    SpaceId named = to.space();
    return new RecordKey(
        named == null ? ledger.settings().usualSpace() : named,
        new EntityType(to.type()),
        new RecordId(to.id()));
  }

  private static JsonPointer field(String text) {
    String problem = Intake.pointerProblem(text);
    if (problem != null) {
      throw new ClientException(UploadProblems.badField(text, problem));
    }
    return JsonPointer.parse(text);
  }

  private static long sizeBytes(Path file) {
    if (!Files.exists(file)) {
      throw new ClientException(UploadProblems.missing(file.toString()));
    }
    if (!Files.isRegularFile(file)) {
      throw new ClientException(UploadProblems.noFile(file.toString()));
    }
    return file.toFile().length();
  }

  private String newId() {
    return ledger.settings().environment().ids().next();
  }
}
