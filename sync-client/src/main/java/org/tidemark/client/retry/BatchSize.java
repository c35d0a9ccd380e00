package org.tidemark.client.retry;

import java.time.Duration;
import org.tidemark.client.settings.Sizes;

/** How many mutations the next batch has: more when answers come quickly, fewer when they don't. */
public final class BatchSize {

  private final Sizes sizes;
  private final Duration target;
  private int current;

  public BatchSize(Sizes sizes, Duration target) {
    this.sizes = sizes;
    this.target = target;
    this.current = sizes.firstBatch();
  }

  public int current() {
    return current;
  }

  /** A batch was answered in this time. */
  public void answered(int mutations, Duration took) {
    if (took.compareTo(target) > 0) {
      current = Math.max(1, Math.min(current, mutations) / 2);
    } else if (mutations >= current && took.multipliedBy(2).compareTo(target) <= 0) {
      current = Math.min(sizes.mostBatch(), current * 2);
    }
  }

  /** A batch failed as a whole: a smaller one may get through, and shows which one is at fault. */
  public void failed(int mutations) {
    if (mutations > 1) {
      current = Math.min(current, mutations / 2);
    }
  }
}
