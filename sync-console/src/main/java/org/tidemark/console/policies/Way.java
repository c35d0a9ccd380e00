package org.tidemark.console.policies;

import org.tidemark.core.policy.Granularity;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.MergeStrategy;

/** How a type merges as a whole: a strategy, and where it has one a granularity, in one choice. */
public enum Way {
  LAST_WRITE_OF_RECORD(MergeStrategy.LAST_WRITE_WINS, Granularity.RECORD),
  LAST_WRITE_OF_FIELD(MergeStrategy.LAST_WRITE_WINS, Granularity.FIELD),
  SERVER_MERGE(MergeStrategy.SERVER_MERGE, Granularity.RECORD),
  MANUAL(MergeStrategy.MANUAL, Granularity.RECORD);

  private final MergeStrategy strategy;
  private final Granularity granularity;

  Way(MergeStrategy strategy, Granularity granularity) {
    this.strategy = strategy;
    this.granularity = granularity;
  }

  public static Way of(MergePolicy policy) {
    return switch (policy.strategy()) {
      case LAST_WRITE_WINS -> policy.isByField() ? LAST_WRITE_OF_FIELD : LAST_WRITE_OF_RECORD;
      case SERVER_MERGE -> SERVER_MERGE;
      case MANUAL -> MANUAL;
    };
  }

  MergeStrategy strategy() {
    return strategy;
  }

  Granularity granularity() {
    return granularity;
  }
}
