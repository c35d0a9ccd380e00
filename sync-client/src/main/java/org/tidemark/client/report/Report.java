package org.tidemark.client.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.file.OwnFiles;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.ledger.Names;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.ProblemJson;
import org.tidemark.client.problem.StoreProblems;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.store.ConflictRow;
import org.tidemark.client.store.Database;
import org.tidemark.client.store.OutboxRow;
import org.tidemark.client.store.Tables;
import org.tidemark.client.store.UploadRow;
import org.tidemark.client.transfer.Transfer;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.Timestamps;

/**
 * A file for a support desk: how the client stands, what waits and why, and the end of the log.
 *
 * <p>Tokens are not in the database and so never here. Contents of records are left out, unless the
 * person agreed; names of records, spaces and the user are in.
 */
public final class Report {

  private static final int LOG_LINES = 500;
  private static final int MOST_ENTRIES = 1_000;

  private final Ledger ledger;
  private final boolean withContents;
  private final @Nullable MutationId only;

  /**
   * @param only the one mutation to tell of; null: all that wait
   */
  public Report(Ledger ledger, boolean withContents, @Nullable MutationId only) {
    this.ledger = ledger;
    this.withContents = withContents;
    this.only = only;
  }

  /** Writes the report into a folder and tells where it is. */
  public Path write(Path folder) {
    String at = Timestamps.print(ledger.now());
    Path file = folder.resolve("tidemark-report-" + at.replace(':', '-') + ".json");
    JsonObject content = ledger.read(this::content).with("writtenAt", new JsonString(at));
    try {
      OwnFiles.createFolders(folder);
      OwnFiles.write(file, content.canonicalText().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ClientException(StoreProblems.ofFile(e), e);
    }
    return file;
  }

  private JsonObject content(Tables tables) throws SQLException {
    TreeMap<String, Json> members = new TreeMap<>();
    for (String name :
        List.of(Names.CLIENT_ID, Names.USER, Names.SERVER, Names.LAST_PULL, Names.GENERATION)) {
      String value = String.valueOf(tables.settings().get(name));
      members.put(name, new JsonString(name.equals(Names.SERVER) ? withoutSecrets(value) : value));
    }
    members.put("schema", JsonNumber.of(Database.schemaVersion()));
    members.put("records", JsonNumber.of(tables.records().count()));
    members.put("queued", JsonNumber.of(tables.outbox().countQueued()));
    if (only == null) {
      members.put("waiting", entries(tables.outbox().waiting(null, MOST_ENTRIES)));
      members.put("next", entries(tables.outbox().queued(null, MOST_ENTRIES)));
    } else {
      OutboxRow row = tables.outbox().find(only);
      members.put("waiting", entries(row == null ? List.of() : List.of(row)));
    }
    members.put("conflicts", conflicts(tables.conflicts().open(null, MOST_ENTRIES)));
    members.put("uploads", uploads(tables.uploads().latest(null, MOST_ENTRIES)));
    List<Json> lines = new ArrayList<>();
    ledger.log().tail(LOG_LINES).forEach(line -> lines.add(new JsonString(line)));
    members.put("log", new JsonArray(lines));
    return new JsonObject(members);
  }

  /** An address may name a user with a password, or bear a key in its query. */
  private static String withoutSecrets(String address) {
    return address.replaceFirst("//[^/]*@", "//").replaceFirst("[?#].*", "");
  }

  private JsonArray entries(List<OutboxRow> rows) {
    List<Json> entries = new ArrayList<>();
    for (OutboxRow row : rows) {
      entries.add(entry(row));
    }
    return new JsonArray(entries);
  }

  private JsonObject entry(OutboxRow row) {
    Queued queued = row.queued();
    JsonObject json =
        named(queued.key())
            .with("mutation", new JsonString(queued.id().value()))
            .with("editedAt", new JsonString(Timestamps.print(queued.editedAt())))
            .with("standing", new JsonString(queued.standing().name()))
            .with("attempts", JsonNumber.of(row.attempts()));
    Problem problem = row.problem();
    Document data = queued.data();
    json = problem == null ? json : json.with("problem", ProblemJson.write(problem));
    return withContents && data != null ? json.with("data", data.json()) : json;
  }

  private JsonArray conflicts(List<ConflictRow> rows) {
    List<Json> conflicts = new ArrayList<>();
    for (ConflictRow row : rows) {
      JsonObject json =
          named(row.key())
              .with("conflict", new JsonString(row.id()))
              .with("type", new JsonString(row.told().type().name()))
              .with("detectedAt", new JsonString(Timestamps.print(row.detectedAt())));
      Document local = row.told().clientData();
      conflicts.add(withContents && local != null ? json.with("local", local.json()) : json);
    }
    return new JsonArray(conflicts);
  }

  private JsonArray uploads(List<UploadRow> rows) {
    List<Json> uploads = new ArrayList<>();
    for (UploadRow row : rows) {
      Transfer transfer = row.transfer();
      JsonObject json =
          named(transfer.record())
              .with("upload", new JsonString(row.id()))
              .with("field", new JsonString(transfer.field().toString()))
              .with("addedAt", new JsonString(Timestamps.print(transfer.addedAt())))
              .with("state", new JsonString(transfer.state().name()))
              .with("size", JsonNumber.of(transfer.file().sizeBytes()))
              .with("sent", JsonNumber.of(row.sentBytes()))
              .with("attempts", JsonNumber.of(row.attempts()));
      Problem problem = row.problem();
      json = problem == null ? json : json.with("problem", ProblemJson.write(problem));
      String name = transfer.file().name();
      uploads.add(withContents ? json.with("fileName", new JsonString(name)) : json);
    }
    return new JsonArray(uploads);
  }

  private static JsonObject named(RecordKey key) {
    return JsonObject.EMPTY
        .with("space", new JsonString(key.space().value()))
        .with("type", new JsonString(key.type().value()))
        .with("id", new JsonString(key.id().value()));
  }
}
