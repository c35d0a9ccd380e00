package org.tidemark.it.race;

import org.tidemark.it.load.Store;
import org.tidemark.launcher.Database;

/**
 * Puts a plain sequence in the place of the spaces' counters until it is removed: numbers are given
 * at once and to all, whoever commits first. A view takes the name of the table, so the server's
 * own statements run as they are; they take their numbers from the sequence and wait a little, as a
 * transaction may between any two statements.
 */
final class PlainSequence {

  private static final String INSTALL =
      """
      create sequence plain increment by 10000 start with 100000000;
      alter table space rename to counted_space;
      create view space as
        select id,
               greatest(seq, (select coalesce(max(r.seq), 0) from record r where r.space = c.id))
                 as seq,
               personal_of, created_by, created_at
          from counted_space c;
      create function take_plain_number() returns trigger language plpgsql as $$
      begin
        new.seq := nextval('plain');
        perform pg_sleep(random() * 0.03);
        return new;
      end $$;
      create trigger take_plain_number instead of update on space
        for each row execute function take_plain_number();
      """;

  private static final String REMOVE =
      """
      drop view space;
      drop function take_plain_number;
      drop sequence plain;
      alter table counted_space rename to space;
      update space s
         set seq = greatest(seq, (select max(r.seq) from record r where r.space = s.id));
      """;

  private final Store store;

  private PlainSequence(Store store) {
    this.store = store;
  }

  static PlainSequence inPlaceOfTheCounter(Database database) {
    var store = new Store(database);
    store.execute(INSTALL);
    return new PlainSequence(store);
  }

  void remove() {
    store.execute(REMOVE);
  }
}
