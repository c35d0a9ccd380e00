package org.tidemark.client.engine;

/** What one sync has done so far. */
final class Round {

  private int received;
  private int answered;
  private boolean pulled;

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

  int received() {
    return received;
  }

  int answered() {
    return answered;
  }
}
