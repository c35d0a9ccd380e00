package org.tidemark.testkit.contract;

import java.util.List;
import java.util.stream.Stream;

/** All cases that a server must meet. */
public final class Contract {
  private Contract() {}

  public static List<ContractCase> cases() {
    return Stream.of(PushCases.all(), ChainCases.all(), ConflictCases.all(), PullCases.all())
        .flatMap(List::stream)
        .toList();
  }

  /** A long random play; the same seed gives the same play where servers answer alike. */
  public static ContractCase random(long seed) {
    return new ContractCase("random_" + seed, play -> new RandomPlay(play, seed).run());
  }
}
