package org.tidemark.client.outbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.MutationId;

/** The mutations that are not settled with the server, in the order of their edits. */
public interface Outbox {

  /** Those that will be sent without anybody's doing. */
  List<OutboxItem> pending();

  /**
   * A page of them.
   *
   * @param after the last one of the page before; null, or one that is settled by now: from the
   *     first
   * @param limit at most so many
   */
  List<OutboxItem> pending(@Nullable MutationId after, int limit);

  /** Those that wait for a person. */
  List<OutboxItem> parked();

  /** A page of them, as with {@link #pending(MutationId, int)}. */
  List<OutboxItem> parked(@Nullable MutationId after, int limit);

  Optional<OutboxItem> find(MutationId id);

  int count();

  /** When the next attempt is due, in the past for at once; empty when nothing waits by itself. */
  Optional<Instant> nextAttempt();

  /** Makes every waiting mutation due now, except where the server asked for patience. */
  void hurry();

  /**
   * Sends a parked mutation again. Where the server has refused it for good, or may have done it,
   * it goes under a new id and later edits of the record with it; false while one of those is under
   * way, since that holds it all.
   */
  boolean retry(MutationId id);

  /**
   * Gives an edit up; the state that it made is kept as a snapshot. Where it is not known whether
   * the server has done it, later edits of the record that build on it go with it.
   */
  boolean dismiss(MutationId id);

  /** Writes a report on one mutation for a support desk; contents only when the person agreed. */
  Path report(MutationId id, Path folder, boolean withContents);
}
