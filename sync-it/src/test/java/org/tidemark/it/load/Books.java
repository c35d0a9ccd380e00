package org.tidemark.it.load;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** All that was sent by any client, and the first answer to each; safe for use by all at once. */
public final class Books {

  /** A mutation with its one answer. */
  public record Entry(Device device, Edit edit, Answer answer) {}

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong turnedAway = new AtomicLong();

  /** Books an answer; false where it is none, so that the edit has to be sent again. */
  public boolean answered(Device device, Edit edit, Answer answer) {
    if (answer.isRetryable()) {
      refused.incrementAndGet();
      return false;
    }
    if (answer.status().equals("REJECTED")) {
      broken.add("rejected: " + edit.json() + " -> " + answer.raw());
    }
    var name = device.clientId() + "/" + edit.mutationId();
    var first = entries.putIfAbsent(name, new Entry(device, edit, answer));
    if (first != null && !first.answer().raw().equals(answer.raw())) {
      broken.add(name + ": " + first.answer().raw() + "\n  then " + answer.raw());
    }
    return true;
  }

  /** The answers to these edits never came. */
  public void lost(int edits) {
    lost.addAndGet(edits);
  }

  /** A request with so many edits was answered as a whole: come again. */
  public void turnedAway(int edits) {
    turnedAway.addAndGet(edits);
  }

  public void broken(String what) {
    broken.add(what);
  }

  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  public int size() {
    return entries.size();
  }

  /** How many times an edit was sent without an answer to it. */
  public long lost() {
    return lost.get();
  }

  /** How many answers asked to send the edit again. */
  public long refused() {
    return refused.get();
  }

  /** How many edits were in requests that nobody served, or that were told to come again. */
  public long turnedAway() {
    return turnedAway.get();
  }

  /** Fails with what was found wrong so far. */
  public void requireSound() {
    if (!broken.isEmpty()) {
      throw new AssertionError(
          broken.size() + " times wrong: " + broken.stream().limit(10).toList());
    }
  }
}
