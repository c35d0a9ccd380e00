package org.tidemark.client.engine;

/** What one sync has done so far. */
final class Round {

  private int received;
  private int answered;

  void received(int records) {
    received += records;
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
