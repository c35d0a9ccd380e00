package org.tidemark.client.retry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.replica.Queued;
import org.tidemark.core.record.RecordKey;

/**
 * Whose turn it is: a resolution by itself, else a batch of edits.
 *
 * <p>Mutations of one record go one after the other, each when the one before it is answered: what
 * builds on an edit whose fate is not known might count it twice. So one that is not due, or waits
 * for a person, holds back what follows it on its record, and nothing else.
 */
public record Selection(@Nullable Long resolution, List<Long> edits) {

  public Selection {
    edits = Collections.unmodifiableList(new ArrayList<>(edits));
  }

  public boolean isEmpty() {
    return resolution == null && edits.isEmpty();
  }

  /**
   * Chooses.
   *
   * @param heads in their order
   */
  public static Selection of(Iterable<Head> heads, Instant now, int most, int mostBytes) {
    Set<RecordKey> held = new HashSet<>();
    List<Long> edits = new ArrayList<>();
    Long resolution = null;
    long bytes = 0;
    for (Head head : heads) {
      if (head.standing() == Queued.Standing.REFUSED || held.contains(head.key())) {
        continue;
      }
      held.add(head.key());
      if (head.standing() == Queued.Standing.PARKED || !Backoff.isDue(head.nextAttempt(), now)) {
        continue;
      }
      if (head.isResolution()) {
        resolution = resolution == null ? Long.valueOf(head.order()) : resolution;
        continue;
      }
      bytes += head.bytes();
      if (!edits.isEmpty() && (bytes > mostBytes || edits.size() == most)) {
        break;
      }
      edits.add(head.order());
    }
    return new Selection(resolution, edits);
  }

  /**
   * When the next turn is, {@link Instant#EPOCH} for at once; empty when nothing waits by itself.
   */
  public static Optional<Instant> nextAttempt(Iterable<Head> heads, Instant now) {
    Set<RecordKey> held = new HashSet<>();
    Instant first = null;
    for (Head head : heads) {
      if (head.standing() == Queued.Standing.PARKED) {
        held.add(head.key());
      } else if (head.standing() == Queued.Standing.QUEUED && held.add(head.key())) {
        Instant next = head.nextAttempt();
        Instant due = next == null || Backoff.isDue(next, now) ? Instant.EPOCH : next;
        if (due.equals(Instant.EPOCH)) {
          return Optional.of(due);
        }
        first = first == null || due.isBefore(first) ? due : first;
      }
    }
    return Optional.ofNullable(first);
  }
}
