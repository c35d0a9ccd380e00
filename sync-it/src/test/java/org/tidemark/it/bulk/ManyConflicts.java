package org.tidemark.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;

/**
 * Very many open conflicts of one user: copies, made by sets, of one that devices have made.
 *
 * <p>Each is of a record of its own, at version 2 with the amount 120 against the laptop's 110.
 */
public record ManyConflicts(TestServer server, String space, int count) {
  private static final String RECORDS =
      """
      insert into record (space, entity_type, id, seq, version, updated_at_ms, deleted, data,
                          field_times, client_id, mutation_id, written_by, written_at)
      select r.space, r.entity_type, 'copy-' || n, s.seq + n, r.version, r.updated_at_ms, r.deleted,
             r.data, r.field_times, r.client_id, r.mutation_id, r.written_by, r.written_at
        from record r join space s on s.id = r.space, generate_series(1, ?) n
       where r.space = ? and r.id = 'first'
      """;

  private static final String CONFLICTS =
      """
      insert into conflict (space, conflict_id, entity_type, id, client_id, mutation_id, user_id,
                            conflict_type, status, detected_at, payload, inputs)
      select c.space, k.id, c.entity_type, 'copy-' || k.n, c.client_id, c.mutation_id, c.user_id,
             c.conflict_type, 'OPEN', c.detected_at + make_interval(secs => k.n * 0.001),
             replace(c.payload, c.conflict_id, k.id), replace(c.inputs, '"first"', '"copy-' || k.n || '"')
        from conflict c,
             (select n, gen_random_uuid()::text as id from generate_series(1, ?) n) k
       where c.space = ? and c.id = 'first'
      """;

  /** Makes as many as this, the one that devices have made among them. */
  public static ManyConflicts make(TestServer server, int count) {
    String user = TestServer.unique("max");
    Device phone = server.device(user);
    String space = "~" + user;
    phone.push(Edit.upsert("invoice", "first", "{\"amount\":100}"));
    phone.push(Edit.upsert("invoice", "first", "{\"amount\":120}").on(1));
    Tree clash = phone.another().push(Edit.upsert("invoice", "first", "{\"amount\":110}").on(1));
    assertThat(clash.at("status").text()).isEqualTo("CONFLICT");
    server.execute(RECORDS, count - 1, space);
    server.execute("update space set seq = seq + ? where id = ?", count, space);
    server.execute(CONFLICTS, count - 1, space);
    server.execute("analyze");
    return new ManyConflicts(server, space, count);
  }

  /** Settles all that were ever made. */
  static void settleAll(TestServer server) {
    server.execute(
        "update conflict set status = 'RESOLVED' where space like '~max-%' and status = 'OPEN'");
  }

  /** Counts the records of the space that match. */
  long records(String condition) {
    return server.number("select count(*) from record where space = ? and " + condition, space);
  }

  /** Counts the conflicts of the space that match. */
  long conflicts(String condition) {
    return server.number("select count(*) from conflict where space = ? and " + condition, space);
  }
}
