package org.tidemark.client.upload;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.engine.Engine;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.store.UploadRow;
import org.tidemark.client.store.UploadTable;
import org.tidemark.client.transfer.Standing;
import org.tidemark.client.transfer.Transfer;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.core.record.RecordKey;

/** The upload queue in the local database and a folder beside it. */
public final class StoredUploads implements Uploads {

  private final Ledger ledger;
  private final Copies copies;
  private final Worker worker;
  private final Loop loop;

  public StoredUploads(Ledger ledger, Engine engine, MediaTransport media) {
    Path database = ledger.settings().database();
    Path folder = database.resolveSibling(database.getFileName() + ".uploads");
    this.ledger = ledger;
    this.copies = new Copies(folder, ledger.settings().observer());
    this.worker = new Worker(ledger, engine, media, copies);
    this.loop = new Loop(ledger, worker);
    worker.sweep();
  }

  @Override
  public String enqueue(Path file, Attachment to) {
    String id = new Enqueueing(ledger, copies).enqueue(file, to);
    loop.raise();
    return id;
  }

  @Override
  public List<UploadItem> list() {
    List<UploadItem> items = new ArrayList<>(latest(null, Integer.MAX_VALUE));
    Collections.reverse(items);
    return items;
  }

  @Override
  public List<UploadItem> latest(@Nullable String before, int limit) {
    return ledger.read(tables -> items(tables.uploads().latest(before, limit)));
  }

  @Override
  public List<UploadItem> of(RecordKey record, int limit) {
    return ledger.read(tables -> items(tables.uploads().of(record, limit)));
  }

  @Override
  public int count() {
    return ledger.read(tables -> tables.uploads().countWaiting());
  }

  @Override
  public int countParked() {
    return ledger.read(tables -> tables.uploads().countParked());
  }

  private static List<UploadItem> items(List<UploadRow> rows) {
    List<UploadItem> items = new ArrayList<>();
    rows.forEach(row -> items.add(item(row)));
    return items;
  }

  @Override
  public Optional<UploadItem> find(String id) {
    return ledger.read(
        tables -> Optional.ofNullable(tables.uploads().find(id)).map(StoredUploads::item));
  }

  private static UploadItem item(UploadRow row) {
    Transfer transfer = row.transfer();
    MediaAnswer media = transfer.media();
    return new UploadItem(
        transfer.id(),
        transfer.record(),
        transfer.field(),
        transfer.file(),
        transfer.state(),
        media == null ? row.sentBytes() : transfer.file().sizeBytes(),
        transfer.addedAt(),
        row.attempts(),
        row.nextAttempt(),
        media == null ? null : media.url(),
        row.problem());
  }

  /** A change of an upload that stands in a certain way. */
  private interface Change {
    void make(UploadTable uploads) throws SQLException;
  }

  private boolean change(String name, String id, List<Standing> from, Change change) {
    return ledger.change(
        name,
        entry -> {
          UploadRow row = entry.tables().uploads().find(id);
          if (row == null || !from.contains(row.transfer().standing())) {
            return false;
          }
          change.make(entry.tables().uploads());
          Changes.tell(entry, id);
          return true;
        });
  }

  @Override
  public boolean pause(String id) {
    boolean done =
        change(
            "pause upload",
            id,
            List.of(Standing.ACTIVE),
            uploads -> uploads.stand(id, Standing.PAUSED, null));
    if (done) {
      worker.interrupt(id);
    }
    return done;
  }

  @Override
  public boolean resume(String id) {
    boolean done =
        change(
            "resume upload",
            id,
            List.of(Standing.PAUSED),
            uploads -> uploads.stand(id, Standing.ACTIVE, null));
    loop.raise();
    return done;
  }

  @Override
  public boolean retry(String id) {
    boolean done =
        change("retry upload", id, List.of(Standing.PARKED), uploads -> uploads.renew(id))
            || ledger.change("retry upload", entry -> Changes.hurry(entry, id));
    loop.raise();
    return done;
  }

  @Override
  public void hurry() {
    Changes.hurry(ledger, problem -> true);
    loop.raise();
  }

  @Override
  public boolean cancel(String id) {
    return giveUp("cancel upload", id, List.of(Standing.ACTIVE, Standing.PAUSED, Standing.PARKED));
  }

  @Override
  public boolean dismiss(String id) {
    return giveUp(
        "dismiss upload",
        id,
        List.of(Standing.NAMED, Standing.DONE, Standing.PARKED, Standing.REFUSED));
  }

  /** Forgets an upload; where the server has something of it, once the server is told. */
  private boolean giveUp(String name, String id, List<Standing> from) {
    boolean busy = worker.isSending(id);
    boolean done =
        ledger.change(
            name,
            entry -> {
              UploadRow row = entry.tables().uploads().find(id);
              if (row == null || !from.contains(row.transfer().standing())) {
                return false;
              }
              Transfer transfer = row.transfer();
              Changes.stand(entry, id, Standing.CANCELLED, null);
              boolean tells =
                  transfer.serverId() != null
                      && transfer.media() == null
                      && transfer.standing() != Standing.REFUSED;
              if (!tells && !busy) {
                entry.tables().uploads().remove(id);
              }
              return true;
            });
    if (done) {
      worker.interrupt(id);
      copies.remove(id);
      loop.raise();
    }
    return done;
  }

  @Override
  public UploadOutcome uploadNow() {
    return worker.run();
  }

  @Override
  public @Nullable Problem problem() {
    return worker.problem();
  }

  /** Uploads in the background from now on. */
  public void start() {
    loop.start();
  }

  /** Goes on after a refused token. */
  public void signedIn() {
    worker.resume();
    loop.raise();
  }

  /** Ends what is under way, and writes nothing. */
  public void close() {
    worker.close();
    loop.stop();
    worker.awaitEnd();
  }
}
