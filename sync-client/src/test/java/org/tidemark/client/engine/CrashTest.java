package org.tidemark.client.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidemark.client.fixture.Keys.key;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.client.fixture.Crash;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;

/** The process ends before or after each durable write; the next start goes on from there. */
class CrashTest {

  @ParameterizedTest(name = "{1} {0}")
  @CsvSource({
    "apply, before",
    "apply, after",
    "policies, before",
    "policies, after",
    "send, before",
    "send, after",
    "mark, before",
    "mark, after",
    "clean up, before",
    "clean up, after"
  })
  void crash_atAnyWriteOfASync_losesNothingAndCountsOnce(
      String write, String when, @TempDir Path folder) {
    TestClock clock = new TestClock();
    TestServer server = new TestServer(clock);
    server.policy(SyncTest.counter());
    try (Device phone = new Device("phone", server, clock, folder);
        Device laptop = new Device("laptop", server, clock, folder)) {
      phone.type("counter").put("c", "{\"n\":10}");
      phone.settle();
      laptop.settle();
      laptop.type("counter").put("c", "{\"n\":13}");
      laptop.settle();
      phone.type("counter").put("c", "{\"n\":15}");
      phone.restart();

      if (when.equals("before")) {
        phone.crashBefore(write);
      } else {
        phone.crashAfter(write);
      }
      clock.pass(java.time.Duration.ofHours(2));
      assertThatThrownBy(phone::sync).isInstanceOf(Crash.class).hasMessage(write);
      phone.restart();
      phone.settle();
      laptop.settle();

      assertThat(Objects.requireNonNull(server.state(key("counter", "c"))).data())
          .hasToString("{\"n\":18}");
      assertThat(phone.type("counter").get("c").orElseThrow().data()).hasToString("{\"n\":18}");
      assertThat(laptop.type("counter").get("c").orElseThrow().data()).hasToString("{\"n\":18}");
    }
  }

  @ParameterizedTest
  @CsvSource({"before, none", "after, '{\"a\":1}'"})
  void crash_atAnEdit_keepsItWhollyOrNotAtAll(String when, String left, @TempDir Path folder) {
    TestClock clock = new TestClock();
    TestServer server = new TestServer(clock);
    try (Device phone = new Device("phone", server, clock, folder)) {
      if (when.equals("before")) {
        phone.crashBefore("edit");
      } else {
        phone.crashAfter("edit");
      }
      assertThatThrownBy(() -> phone.notes().put("n1", "{\"a\":1}")).isInstanceOf(Crash.class);
      phone.restart();

      assertThat(phone.text("n1")).isEqualTo(left);
      assertThat(phone.client().outbox().count()).isEqualTo(left.equals("none") ? 0 : 1);
    }
  }
}
