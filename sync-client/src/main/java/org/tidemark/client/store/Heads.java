package org.tidemark.client.store;

import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.tidemark.client.retry.Head;

/**
 * The heads of queued mutations in their order, read a page at a time: who chooses a batch from a
 * long queue stops early. To be used within the transaction that gave it.
 */
final class Heads implements Iterable<Head> {

  private static final int PAGE = 1_000;

  private final Sql sql;

  Heads(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Iterator<Head> iterator() {
    return new Pages();
  }

  private final class Pages implements Iterator<Head> {
    private Iterator<Head> page = Collections.emptyIterator();
    private long last;
    private boolean ended;

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && !ended) {
        List<Head> next = read();
        ended = next.size() < PAGE;
        page = next.iterator();
      }
      return page.hasNext();
    }

    @Override
    public Head next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Head head = page.next();
      last = head.order();
      return head;
    }

    private List<Head> read() {
      try {
        return sql.list(
            OutboxTable::head,
            "select ord, space, type, id, conflict, standing, next_at, bytes from outbox"
                + " where ord > ? order by ord limit ?",
            last,
            PAGE);
      } catch (SQLException e) {
        throw StoreFailures.of(e, "outbox");
      }
    }
  }
}
