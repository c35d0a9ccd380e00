package org.tidemark.client.settings;

/**
 * How much is uploaded, and how much of it is kept here meanwhile.
 *
 * @param partsAtOnce how many parts of a file are sent at once; 1: on the caller's thread alone
 * @param mostQueued files that may wait
 * @param mostFileBytes bytes of a file
 * @param mostKeptBytes bytes of all copies that wait
 * @param mostDone uploads that are listed after they are done
 */
public record UploadSettings(
    int partsAtOnce, int mostQueued, long mostFileBytes, long mostKeptBytes, int mostDone) {

  public static final UploadSettings USUAL = new UploadSettings(2, 1_000, 5L << 30, 10L << 30, 100);

  public UploadSettings {
    Bounds.within("uploads.partsAtOnce", partsAtOnce, 1, 8);
    Bounds.within("uploads.mostQueued", mostQueued, 1, 100_000);
    Bounds.within("uploads.mostFileBytes", mostFileBytes, 1, 1L << 42);
    Bounds.within("uploads.mostKeptBytes", mostKeptBytes, mostFileBytes, 1L << 44);
    Bounds.within("uploads.mostDone", mostDone, 0, 10_000);
  }
}
