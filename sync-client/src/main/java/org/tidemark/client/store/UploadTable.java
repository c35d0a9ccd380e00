package org.tidemark.client.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.ProblemJson;
import org.tidemark.client.transfer.FileFacts;
import org.tidemark.client.transfer.Part;
import org.tidemark.client.transfer.Standing;
import org.tidemark.client.transfer.Transfer;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.record.RecordKey;

/** The uploads and their parts, in the order in which they were asked for. */
public final class UploadTable {

  private static final String SELECT =
      "select uploads.*, (select coalesce(sum(size), 0) from upload_part"
          + " where upload_part.upload = uploads.upload and etag is not null) as sent from uploads";

  private final Sql sql;

  UploadTable(Sql sql) {
    this.sql = sql;
  }

  public void add(Transfer transfer) throws SQLException {
    sql.run(
        """
        insert into uploads (upload, space, type, id, field, file_name, content_type, size, sha256,
          added_at, creation, standing)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        transfer.id(),
        transfer.record().space(),
        transfer.record().type(),
        transfer.record().id(),
        transfer.field(),
        transfer.file().name(),
        transfer.file().contentType(),
        transfer.file().sizeBytes(),
        transfer.file().sha256(),
        transfer.addedAt(),
        transfer.creationKey(),
        transfer.standing().name());
  }

  public @Nullable UploadRow find(String id) throws SQLException {
    return sql.one(UploadTable::row, SELECT + " where upload = ?", id);
  }

  public List<UploadRow> all() throws SQLException {
    return sql.list(UploadTable::row, SELECT + " order by ord");
  }

  /**
   * The newest first, without those that were given up.
   *
   * @param before the last one of the page before; null, or one that is gone: from the newest
   */
  public List<UploadRow> latest(@Nullable String before, int most) throws SQLException {
    return sql.list(
        UploadTable::row,
        SELECT
            + " where standing <> 'CANCELLED'"
            + " and ord < coalesce((select ord from uploads where upload = ?), "
            + Long.MAX_VALUE
            + ") order by ord desc limit ?",
        before,
        most);
  }

  /** Those of a record, the newest first, without those that were given up. */
  public List<UploadRow> of(RecordKey record, int most) throws SQLException {
    return sql.list(
        UploadTable::row,
        SELECT
            + " where space = ? and type = ? and id = ? and standing <> 'CANCELLED'"
            + " order by ord desc limit ?",
        record.space(),
        record.type(),
        record.id(),
        most);
  }

  /** How many are not where they belong, and were not given up. */
  public int countWaiting() throws SQLException {
    return (int)
        sql.number(
            "select count(*) from uploads where standing in"
                + " ('ACTIVE', 'PAUSED', 'PARKED', 'REFUSED')");
  }

  /** How many of them wait for a person to act. */
  public int countParked() throws SQLException {
    return (int) sql.number("select count(*) from uploads where standing in ('PARKED', 'REFUSED')");
  }

  public List<UploadRow> of(Standing standing) throws SQLException {
    return sql.list(UploadTable::row, SELECT + " where standing = ? order by ord", standing.name());
  }

  public int count() throws SQLException {
    return (int) sql.number("select count(*) from uploads where standing <> 'DONE'");
  }

  /** Bytes of the files whose copies are kept. */
  public long keptBytes() throws SQLException {
    return sql.number("select coalesce(sum(size), 0) from uploads where standing <> 'DONE'");
  }

  /** The server has an upload for it. */
  public void created(String id, String serverId, List<Part> parts) throws SQLException {
    sql.run("update uploads set server_id = ? where upload = ?", serverId, id);
    removeParts(id);
    for (Part part : parts) {
      sql.run(
          "insert into upload_part (upload, number, position, size) values (?, ?, ?, ?)",
          id,
          part.number(),
          part.offset(),
          part.sizeBytes());
    }
  }

  public List<Part> parts(String id) throws SQLException {
    return sql.list(
        row ->
            new Part(
                row.getInt("number"),
                row.getLong("position"),
                row.getLong("size"),
                row.getString("etag")),
        "select * from upload_part where upload = ? order by number",
        id);
  }

  /** Notes which parts the server has; null: it has not. */
  public void mark(String id, List<Part> parts) throws SQLException {
    for (Part part : parts) {
      sql.run(
          "update upload_part set etag = ? where upload = ? and number = ?",
          part.etag(),
          id,
          part.number());
    }
    progressed(id);
  }

  /**
   * Forgets failed attempts when the server has more than it ever had. Sending the same again after
   * a new beginning is no progress, so no server makes us send for ever.
   */
  private void progressed(String id) throws SQLException {
    UploadRow row = find(id);
    if (row != null) {
      sql.run(
          "update uploads set most_sent = ?, attempts = 0, next_at = null, problem = null"
              + " where upload = ? and most_sent < ?",
          row.sentBytes(),
          id,
          row.sentBytes());
    }
  }

  /** The server has the file. */
  public void completed(String id, MediaAnswer media, Instant at) throws SQLException {
    sql.run(
        "update uploads set media = ?, url = ?, completed_at = ?, attempts = 0, next_at = null,"
            + " problem = null where upload = ?",
        media.mediaId(),
        media.url(),
        at,
        id);
  }

  /** Nothing of it is on the server; it will be asked for under another name. */
  public void beginAnew(String id, String creationKey) throws SQLException {
    sql.run(
        "update uploads set creation = ?, server_id = null, media = null, url = null,"
            + " completed_at = null where upload = ?",
        creationKey,
        id);
    removeParts(id);
  }

  /** The server has lost a file that a record names already; it goes there again from the copy. */
  public void sendAnew(String id) throws SQLException {
    sql.run("update uploads set standing = 'ACTIVE' where upload = ? and standing = 'NAMED'", id);
  }

  public void attempted(String id, int attempts, @Nullable Instant next, @Nullable Problem problem)
      throws SQLException {
    sql.run(
        "update uploads set attempts = ?, next_at = ?, problem = ? where upload = ?",
        attempts,
        next,
        problem == null ? null : ProblemJson.write(problem).canonicalText(),
        id);
  }

  public void stand(String id, Standing standing, @Nullable Problem problem) throws SQLException {
    sql.run(
        "update uploads set standing = ?, next_at = null, problem = ? where upload = ?",
        standing.name(),
        problem == null ? null : ProblemJson.write(problem).canonicalText(),
        id);
  }

  /** A person lets it try again, with all its attempts. */
  public void renew(String id) throws SQLException {
    sql.run(
        "update uploads set standing = 'ACTIVE', attempts = 0, next_at = null, problem = null,"
            + " most_sent = 0 where upload = ?",
        id);
  }

  /** Makes one that waits due now. */
  public void hurry(String id) throws SQLException {
    sql.run("update uploads set next_at = null where upload = ?", id);
  }

  /** Those that are to put a file of this size into this field of a record. */
  public List<UploadRow> into(RecordKey record, JsonPointer field, long sizeBytes)
      throws SQLException {
    return sql.list(
        UploadTable::row,
        SELECT + " where space = ? and type = ? and id = ? and field = ? and size = ? order by ord",
        record.space(),
        record.type(),
        record.id(),
        field,
        sizeBytes);
  }

  public void remove(String id) throws SQLException {
    removeParts(id);
    sql.run("delete from uploads where upload = ?", id);
  }

  /** Forgets those that are done, but for the latest ones. */
  public void removeDone(int kept) throws SQLException {
    for (UploadRow row :
        sql.list(
            UploadTable::row,
            SELECT + " where standing = 'DONE' order by ord desc limit -1 offset ?",
            kept)) {
      remove(row.id());
    }
  }

  private void removeParts(String id) throws SQLException {
    sql.run("delete from upload_part where upload = ?", id);
  }

  private static UploadRow row(ResultSet row) throws SQLException {
    String problem = row.getString("problem");
    return new UploadRow(
        transfer(row),
        row.getInt("attempts"),
        Sql.instant(row, "next_at"),
        problem == null ? null : ProblemJson.read(problem),
        row.getLong("sent"),
        Sql.instant(row, "completed_at"));
  }

  private static Transfer transfer(ResultSet row) throws SQLException {
    String media = row.getString("media");
    return new Transfer(
        row.getString("upload"),
        RecordTable.key(row),
        JsonPointer.parse(row.getString("field")),
        new FileFacts(
            row.getString("file_name"),
            row.getString("content_type"),
            row.getLong("size"),
            row.getString("sha256")),
        Sql.instantOf(row, "added_at"),
        row.getString("creation"),
        row.getString("server_id"),
        media == null ? null : new MediaAnswer(media, row.getString("url")),
        Standing.valueOf(row.getString("standing")));
  }
}
