package org.tidemark.client.settings;

/** How much is logged, and how much of it is kept. */
public record LogSettings(LogLevel level, int bytesOfAFile, int files) {

  public static final LogSettings USUAL = new LogSettings(LogLevel.INFO, 1 << 20, 3);

  public LogSettings {
    Bounds.within("log.bytesOfAFile", bytesOfAFile, 1_000, 1 << 30);
    Bounds.within("log.files", files, 1, 100);
  }
}
