package org.tidemark.client.store;

/** The tables of the database, usable within a transaction only. */
public record Tables(
    RecordTable records,
    OutboxTable outbox,
    ConflictTable conflicts,
    SnapshotTable snapshots,
    UploadTable uploads,
    SpaceTable spaces,
    PolicyTable policies,
    SettingTable settings) {

  static Tables of(Sql sql) {
    return new Tables(
        new RecordTable(sql),
        new OutboxTable(sql),
        new ConflictTable(sql),
        new SnapshotTable(sql),
        new UploadTable(sql),
        new SpaceTable(sql),
        new PolicyTable(sql),
        new SettingTable(sql));
  }
}
