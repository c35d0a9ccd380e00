package org.tidemark.testkit.contract;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The model meets the contract that the real server meets. */
class ModelContractTest {
  private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  @TestFactory
  Stream<DynamicTest> contract() {
    return Contract.cases().stream()
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> one.play(Models.at(NOW), "t")));
  }
}
