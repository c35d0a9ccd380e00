package org.tidemark.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithOtherSettings;

/** An idle server whose database goes and comes back. */
@ExtendWith(WithOtherSettings.class)
class OutageIT {

  private static final Set<String> COMPLAINTS =
      Set.of("WARN", "WARNING", "ERROR", "SEVERE", "FATAL");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Some turns of the timer that looks for other nodes' changes each second. */
  private static final Duration SOME_TURNS = Duration.ofSeconds(4);

  private final TestServer server;
  private final Device ana;

  OutageIT(TestServer server) {
    this.server = server;
    ana = server.device("ana");
  }

  @Test
  void databaseDown_timers_logOneWarningAndNoErrors() throws Exception {
    int before = server.log().size();
    try (InputStream listening = listen()) {
      assertThat(listening.read()).isNotNegative();
      assertThat(complaintsOfAnOutage(before))
          .singleElement()
          .satisfies(
              line -> {
                assertThat(line.at("level").text()).isEqualTo("WARN");
                assertThat(line.at("message").text()).contains("database cannot be reached");
                assertThat(line.at("stackTrace").text()).isEmpty();
              });
      Await.until(
          "the end is told",
          PATIENCE,
          () ->
              server.log().stream().skip(before).anyMatch(line -> line.contains("reached again")));
    }
    Await.until("served again", PATIENCE, () -> ana.trySync(task()).code().isEmpty());
  }

  private List<Tree> complaintsOfAnOutage(int before) {
    server.server().database().kill();
    try {
      Await.until("the outage is told", PATIENCE, () -> !complaints(before).isEmpty());
      Await.holdsWithin(SOME_TURNS, () -> complaints(before).size() > 1);
      return complaints(before);
    } finally {
      server.server().database().restart();
    }
  }

  private InputStream listen() throws IOException, InterruptedException {
    return Http.client()
        .send(ana.http().request("/api/v1/changes").GET().build(), BodyHandlers.ofInputStream())
        .body();
  }

  /** Warnings and errors since the line. */
  private List<Tree> complaints(int before) {
    return server.log().stream()
        .skip(before)
        .map(Tree::parse)
        .filter(line -> COMPLAINTS.contains(line.at("level").text()))
        .toList();
  }

  private static Edit task() {
    return Edit.upsert("task", TestServer.unique("record"), "{\"n\":1}").in("demo");
  }
}
