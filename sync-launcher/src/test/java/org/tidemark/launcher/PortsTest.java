package org.tidemark.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

  private static final OptionalInt NO_WISH = OptionalInt.empty();

  @Test
  void choose_usualPortFree_isTheUsualOne() {
    assertThat(taken().choose(NO_WISH, 8080, "p")).isEqualTo(8080);
  }

  @Test
  void choose_usualPortTaken_isTheNextFree() {
    assertThat(taken(8080, 8081).choose(NO_WISH, 8080, "p")).isEqualTo(8082);
  }

  @Test
  void choose_noPortFree_saysSo() {
    assertThatThrownBy(() -> new Ports(port -> false).choose(NO_WISH, 8080, "p"))
        .hasMessage("No port is free from 8080 to 8279.");
  }

  @Test
  void choose_wishedPortFree_isThatOne() {
    assertThat(taken(8080).choose(OptionalInt.of(9000), 8080, "p")).isEqualTo(9000);
  }

  @Test
  void choose_wishedPortTaken_isRefusedAndNotReplaced() {
    assertThatThrownBy(() -> taken(9000).choose(OptionalInt.of(9000), 8080, "sync.http.port"))
        .isInstanceOf(StartFailure.class)
        .hasMessage("Port 9000 is taken. Choose another with -Dsync.http.port=…");
  }

  @Test
  void choose_privilegedPort_namesBothCauses() {
    assertThatThrownBy(() -> taken(80).choose(OptionalInt.of(80), 8080, "sync.http.port"))
        .hasMessage(
            "Port 80 is taken, or this user may not use it. Choose another with -Dsync.http.port=…");
  }

  @Test
  void choose_impossiblePort_isRefused() {
    for (var port : new int[] {-1, 0, 65_536}) {
      assertThatThrownBy(() -> taken().choose(OptionalInt.of(port), 8080, "p"))
          .hasMessage("-Dp=%d is no port: it has to be 1 to 65535.".formatted(port));
    }
  }

  private static Ports taken(Integer... ports) {
    var taken = Set.of(ports);
    return new Ports(port -> !taken.contains(port));
  }
}
