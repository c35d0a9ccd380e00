package org.tidemark.core.media;

/**
 * How a file is cut into parts: all of one size but the last. An empty file is one empty part.
 *
 * @param sizeBytes of the file
 * @param partSizeBytes of each part but the last
 */
public record UploadPlan(long sizeBytes, long partSizeBytes) {

  /** What S3 allows; the part size grows so that no file needs more. */
  public static final int MOST_PARTS = 10_000;

  private static final long STEP_BYTES = 1 << 20;

  public UploadPlan {
    if (sizeBytes < 0 || partSizeBytes < 1) {
      throw new IllegalArgumentException(sizeBytes + " bytes in parts of " + partSizeBytes);
    }
  }

  /** Parts of the usual size, or larger ones where there would be too many. */
  public static UploadPlan of(long sizeBytes, long usualPartBytes) {
    long least = (sizeBytes + MOST_PARTS - 1) / MOST_PARTS;
    long larger = (least + STEP_BYTES - 1) / STEP_BYTES * STEP_BYTES;
    return new UploadPlan(sizeBytes, least > usualPartBytes ? larger : usualPartBytes);
  }

  public int parts() {
    return (int) Math.max(1, (sizeBytes + partSizeBytes - 1) / partSizeBytes);
  }

  public boolean has(int number) {
    return number >= 1 && number <= parts();
  }

  /** The bytes of a part, counted from 1. */
  public long sizeOf(int number) {
    if (!has(number)) {
      throw new IllegalArgumentException("part " + number + " of " + parts());
    }
    return number < parts() ? partSizeBytes : sizeBytes - partSizeBytes * (parts() - 1);
  }
}
