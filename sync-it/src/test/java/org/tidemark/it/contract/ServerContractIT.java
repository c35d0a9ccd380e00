package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;
import org.tidemark.testkit.contract.Contract;
import org.tidemark.testkit.contract.ContractCase;
import org.tidemark.testkit.contract.Models;

/**
 * The real server and the simulator's model are one: each case of the contract holds for both, and
 * every answer is the same in full, but for names and times that a server makes.
 */
@ExtendWith(WithServer.class)
class ServerContractIT {
  private static final int RANDOM_PLAYS = 40;

  private final RealServer real;

  ServerContractIT(TestServer server) {
    real = new RealServer(server);
  }

  @TestFactory
  Stream<DynamicTest> contract() {
    return Contract.cases().stream().map(this::compared);
  }

  @TestFactory
  Stream<DynamicTest> randomPlays() {
    return LongStream.rangeClosed(1, RANDOM_PLAYS).mapToObj(Contract::random).map(this::compared);
  }

  private DynamicTest compared(ContractCase one) {
    return DynamicTest.dynamicTest(
        one.name(),
        () -> {
          String tag = TestServer.unique("play");
          String model = one.play(Models.at(real.now()), tag);
          assertThat(one.play(real, tag)).as(one.name()).isEqualTo(model);
        });
  }
}
