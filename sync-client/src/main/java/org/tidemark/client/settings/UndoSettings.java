package org.tidemark.client.settings;

import java.time.Duration;

/** How long snapshots live, and how many of one record are kept. */
public record UndoSettings(Duration life, int mostOfARecord) {

  public static final UndoSettings USUAL = new UndoSettings(Duration.ofDays(30), 50);

  public UndoSettings {
    Bounds.positive("undo.life", life);
    Bounds.within("undo.mostOfARecord", mostOfARecord, 1, 10_000);
  }
}
