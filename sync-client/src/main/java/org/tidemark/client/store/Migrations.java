package org.tidemark.client.store;

import java.sql.SQLException;
import java.util.List;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.StoreProblems;

/** The database's shape, version by version; each step is one transaction. */
final class Migrations {

  /** Says that a file is ours, in SQLite's header. */
  private static final int APPLICATION = 0x5469_6465;

  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              "create table setting (name text primary key, value text not null) without rowid",
              "create table space (space text primary key, role text not null, lost_at integer)"
                  + " without rowid",
              "create table policy (type text not null, spaces text not null, body text not null)",
              """
              create table record (
                space text not null, type text not null, id text not null,
                version integer, updated_at integer, data text,
                generation integer not null,
                edited integer not null default 0,
                local_data text, local_at integer,
                base_version integer, base_claim text, base_data text, tail text,
                primary key (space, type, id))
              """,
              "create index record_edited on record (edited) where edited = 1",
              """
              create table outbox (
                ord integer primary key autoincrement,
                mutation text not null unique,
                space text not null, type text not null, id text not null,
                data text, base_version integer, previous text,
                edited_at integer not null, edit_times text not null, sent_base text,
                conflict text, resolution text, seen_version integer,
                sequence integer, standing text not null,
                attempts integer not null default 0, next_at integer, problem text,
                bytes integer not null)
              """,
              "create index outbox_record on outbox (space, type, id, ord)",
              "create index outbox_standing on outbox (standing)",
              "create index outbox_previous on outbox (previous) where previous is not null",
              """
              create table conflict (
                conflict text primary key,
                space text not null, type text not null, id text not null,
                state text not null, detected_at integer not null, closed_at integer,
                payload text not null,
                tail text, base_version integer, base_claim text not null)
              """,
              "create table closed_conflict (conflict text primary key, state text not null,"
                  + " closed_at integer not null) without rowid",
              "create index conflict_waiting on conflict (space, type, id)"
                  + " where state in ('OPEN', 'DECIDED')",
              """
              create table snapshot (
                snapshot integer primary key autoincrement,
                space text not null, type text not null, id text not null,
                taken_at integer not null, reason text not null, data text,
                undoes text not null)
              """,
              "create index snapshot_record on snapshot (space, type, id, snapshot)"),
          List.of(
              """
              create table uploads (
                ord integer primary key autoincrement,
                upload text not null unique,
                space text not null, type text not null, id text not null, field text not null,
                file_name text not null, content_type text not null,
                size integer not null, sha256 text not null,
                added_at integer not null, creation text not null, standing text not null,
                server_id text, most_sent integer not null default 0,
                media text, url text, completed_at integer,
                attempts integer not null default 0, next_at integer, problem text)
              """,
              "create index uploads_standing on uploads (standing)",
              """
              create table upload_part (
                upload text not null, number integer not null,
                position integer not null, size integer not null, etag text,
                primary key (upload, number)) without rowid
              """),
          List.of(
              "create index conflict_open on conflict (detected_at, conflict) where state = 'OPEN'",
              "create index uploads_record on uploads (space, type, id)"),
          // Both expressions are RecordTable's, or it would not be used.
          List.of(
              "create index record_newest on record (space, type,"
                  + " case edited when 1 then local_at else updated_at end, id)"
                  + " where case edited when 1 then local_data is not null"
                  + " else data is not null end"));

  private Migrations() {}

  /** Brings a database to the present shape, or refuses one that is not ours or is newer. */
  static void migrate(Sql sql) throws SQLException {
    long application = sql.number("pragma application_id");
    if (application != APPLICATION && sql.number("select count(*) from sqlite_master") > 0) {
      throw new ClientException(StoreProblems.foreign("application id " + application));
    }
    int version = (int) sql.number("pragma user_version");
    if (version > STEPS.size()) {
      throw new ClientException(StoreProblems.newer(version, STEPS.size()));
    }
    for (int next = version; next < STEPS.size(); next++) {
      sql.execute("begin immediate");
      for (String statement : STEPS.get(next)) {
        sql.execute(statement);
      }
      sql.execute("pragma application_id = " + APPLICATION);
      sql.execute("pragma user_version = " + (next + 1));
      sql.execute("commit");
    }
  }

  static int newest() {
    return STEPS.size();
  }
}
