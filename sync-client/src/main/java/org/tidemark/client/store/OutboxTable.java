package org.tidemark.client.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.ProblemJson;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.retry.Head;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.resolve.Resolution;

/** The outbox: every mutation that is not settled with the server, in the order of the edits. */
public final class OutboxTable {

  private static final String OF_RECORD = " where space = ? and type = ? and id = ? order by ord";
  private static final int ENVELOPE_BYTES = 512;

  private final Sql sql;

  OutboxTable(Sql sql) {
    this.sql = sql;
  }

  /** Adds a mutation at the end. */
  public long add(Queued queued) throws SQLException {
    Queued.Decision decision = queued.decision();
    RecordKey key = queued.key();
    return sql.insert(
        """
        insert into outbox (ord, mutation, space, type, id, data, base_version, previous,
          edited_at, edit_times, sent_base, conflict, resolution, seen_version, sequence, standing,
          bytes)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        queued.order() == 0 ? null : queued.order(),
        queued.id(),
        key.space(),
        key.type(),
        key.id(),
        queued.data(),
        queued.baseVersion(),
        queued.previous(),
        queued.editedAt(),
        times(queued),
        queued.sentBase(),
        decision == null ? null : decision.conflictId(),
        decision == null ? null : decision.resolution().name(),
        decision == null ? null : decision.serverVersionSeen(),
        queued.sequence(),
        queued.standing().name(),
        bytes(queued));
  }

  /** Puts a mutation in the place of the one with its order, its attempts forgotten. */
  public void replace(Queued queued) throws SQLException {
    remove(queued.order());
    add(queued);
  }

  public void remove(long order) throws SQLException {
    sql.run("delete from outbox where ord = ?", order);
  }

  /** Notes that a mutation is about to be sent: from now on it is never altered. */
  public void markSent(long order, long sequence) throws SQLException {
    sql.run("update outbox set sequence = ? where ord = ? and sequence is null", sequence, order);
  }

  public void attempted(long order, int attempts, @Nullable Instant next, @Nullable Problem problem)
      throws SQLException {
    sql.run(
        "update outbox set attempts = ?, next_at = ?, problem = ? where ord = ?",
        attempts,
        next,
        problem == null ? null : ProblemJson.write(problem).canonicalText(),
        order);
  }

  public void stand(long order, Queued.Standing standing, @Nullable Problem problem)
      throws SQLException {
    sql.run(
        "update outbox set standing = ?, next_at = null, problem = ? where ord = ?",
        standing.name(),
        problem == null ? null : ProblemJson.write(problem).canonicalText(),
        order);
  }

  /** Makes a mutation that was not sent, or goes under a new name, follow another one. */
  public void follow(long order, MutationId previous) throws SQLException {
    sql.run(
        "update outbox set previous = ? where ord = ? and (sequence is null or standing = ?)",
        previous,
        order,
        Queued.Standing.REFUSED.name());
  }

  /**
   * Gives the unsent mutations that build on an answered one the base that it left. While its
   * receipt lives they have that base anyway; long after, they still have it.
   */
  public void succeed(
      MutationId answered, @Nullable Integer baseVersion, @Nullable Document sentBase)
      throws SQLException {
    sql.run(
        "update outbox set base_version = ?, sent_base = ? where previous = ? and sequence is null",
        baseVersion,
        sentBase,
        answered);
  }

  /** Makes an unsent resolution name the conflict that took its conflict's place. */
  public void retarget(String from, String to) throws SQLException {
    sql.run("update outbox set conflict = ? where conflict = ? and sequence is null", to, from);
  }

  public void hurry() throws SQLException {
    sql.run("update outbox set next_at = null where standing = 'QUEUED'");
  }

  /** What has to be known of each mutation to choose, in their order. */
  public Iterable<Head> heads() {
    return new Heads(sql);
  }

  static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getLong("ord"),
        RecordTable.key(row),
        row.getString("conflict") != null,
        Queued.Standing.valueOf(row.getString("standing")),
        Sql.instant(row, "next_at"),
        row.getInt("bytes"));
  }

  public @Nullable OutboxRow find(long order) throws SQLException {
    return sql.one(OutboxTable::row, "select * from outbox where ord = ?", order);
  }

  public @Nullable OutboxRow find(MutationId id) throws SQLException {
    return sql.one(OutboxTable::row, "select * from outbox where mutation = ?", id);
  }

  /** A record's mutations in their order. */
  public List<OutboxRow> of(RecordKey key) throws SQLException {
    return sql.list(
        OutboxTable::row, "select * from outbox" + OF_RECORD, key.space(), key.type(), key.id());
  }

  /** What tells a mutation from others, without its data. */
  public record Name(long order, MutationId id, RecordKey key) {}

  /** All mutations in their order; their data together may be more than the memory holds. */
  public List<Name> names() throws SQLException {
    return sql.list(
        OutboxTable::name, "select ord, mutation, space, type, id from outbox order by ord");
  }

  /** Parks what is queued in a space, and tells what that was. */
  public List<Name> park(SpaceId space, Problem problem) throws SQLException {
    List<Name> names =
        sql.list(
            OutboxTable::name,
            "select ord, mutation, space, type, id from outbox"
                + " where space = ? and standing = 'QUEUED' order by ord",
            space);
    sql.run(
        "update outbox set standing = 'PARKED', next_at = null, problem = ?"
            + " where space = ? and standing = 'QUEUED'",
        ProblemJson.write(problem).canonicalText(),
        space);
    return names;
  }

  /** Queues again what was parked in a space for a cause. */
  public void release(SpaceId space, String code) throws SQLException {
    sql.run(
        "update outbox set standing = 'QUEUED', next_at = null, problem = null"
            + " where space = ? and standing = 'PARKED' and json_extract(problem, '$.code') = ?",
        space,
        code);
  }

  private static Name name(ResultSet row) throws SQLException {
    return new Name(
        row.getLong("ord"), new MutationId(row.getString("mutation")), RecordTable.key(row));
  }

  /**
   * Those that go out by themselves, in their order.
   *
   * @param after the last one of the page before; null, or one that is settled: from the beginning
   */
  public List<OutboxRow> queued(@Nullable MutationId after, int most) throws SQLException {
    return page("= 'QUEUED'", after, most);
  }

  /** As above, those that wait for a person. */
  public List<OutboxRow> waiting(@Nullable MutationId after, int most) throws SQLException {
    return page("<> 'QUEUED'", after, most);
  }

  private List<OutboxRow> page(String standing, @Nullable MutationId after, int most)
      throws SQLException {
    return sql.list(
        OutboxTable::row,
        "select * from outbox where standing "
            + standing
            + " and ord > coalesce((select ord from outbox where mutation = ?), 0)"
            + " order by ord limit ?",
        after,
        most);
  }

  public int countQueued() throws SQLException {
    return (int) sql.number("select count(*) from outbox where standing = 'QUEUED'");
  }

  public int countWaiting() throws SQLException {
    return (int) sql.number("select count(*) from outbox where standing <> 'QUEUED'");
  }

  private static String times(Queued queued) {
    TreeMap<String, Json> millis = new TreeMap<>();
    queued.editTimes().forEach((field, at) -> millis.put(field, JsonNumber.of(at.toEpochMilli())));
    return new JsonObject(millis).canonicalText();
  }

  private static SortedMap<String, Instant> times(String text) {
    TreeMap<String, Instant> times = new TreeMap<>();
    JsonReader.readStored(text)
        .members()
        .forEach(
            (field, at) ->
                times.put(field, Instant.ofEpochMilli(((JsonNumber) at).value().longValue())));
    return times;
  }

  private static int bytes(Queued queued) {
    Document data = queued.data();
    Document base = queued.sentBase();
    return ENVELOPE_BYTES
        + 40 * queued.editTimes().size()
        + (data == null ? 0 : data.utf8Length())
        + (base == null ? 0 : base.utf8Length());
  }

  private static OutboxRow row(ResultSet row) throws SQLException {
    String problem = row.getString("problem");
    return new OutboxRow(
        queued(row),
        row.getInt("attempts"),
        Sql.instant(row, "next_at"),
        problem == null ? null : ProblemJson.read(problem));
  }

  private static Queued queued(ResultSet row) throws SQLException {
    String conflict = row.getString("conflict");
    String previous = row.getString("previous");
    long sequence = row.getLong("sequence");
    boolean unsent = row.wasNull();
    return new Queued(
        row.getLong("ord"),
        new MutationId(row.getString("mutation")),
        RecordTable.key(row),
        Sql.document(row, "data"),
        Sql.whole(row, "base_version"),
        previous == null ? null : new MutationId(previous),
        Sql.instantOf(row, "edited_at"),
        times(row.getString("edit_times")),
        Sql.document(row, "sent_base"),
        conflict == null
            ? null
            : new Queued.Decision(
                conflict,
                Resolution.valueOf(row.getString("resolution")),
                row.getInt("seen_version")),
        unsent ? null : sequence,
        Queued.Standing.valueOf(row.getString("standing")));
  }
}
