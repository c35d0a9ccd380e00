package org.tidemark.client.engine;

import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Problem;

/** What one sync has done so far. */
final class Round {

  private int received;
  private int answered;
  private boolean pulled;
  private int editsKeptOut;
  private @Nullable Problem keptOut;

  void received(int records) {
    received += records;
  }

  void pulled() {
    pulled = true;
  }

  boolean isPulled() {
    return pulled;
  }

  void answered(int mutations) {
    answered += mutations;
  }

  /** An edit did not reach the server; how many that are by now. */
  int keptOut(Problem problem) {
    keptOut = problem;
    return ++editsKeptOut;
  }

  /** Why edits did not reach the server; null: all did. */
  @Nullable Problem keptOut() {
    return keptOut;
  }

  int received() {
    return received;
  }

  int answered() {
    return answered;
  }
}
