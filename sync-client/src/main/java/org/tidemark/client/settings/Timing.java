package org.tidemark.client.settings;

import java.time.Duration;

/**
 * How long requests may take and how often is looked for changes.
 *
 * @param connect how long connecting may take
 * @param answer how long an answer may keep silent
 * @param poll how often the background mode pulls when nothing is announced
 * @param targetBatch how long a batch should take; its size follows
 */
public record Timing(Duration connect, Duration answer, Duration poll, Duration targetBatch) {

  public static final Timing USUAL =
      new Timing(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(2));

  public Timing {
    Bounds.positive("timing.connect", connect);
    Bounds.positive("timing.answer", answer);
    Bounds.positive("timing.poll", poll);
    Bounds.positive("timing.targetBatch", targetBatch);
  }
}
