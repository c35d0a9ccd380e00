package org.tidemark.it.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tidemark.it.load.Wire;

/** Listens to a server's events that something has changed. */
final class ChangeListener implements AutoCloseable {

  private final InputStream events;
  private final LinkedBlockingQueue<String> notices = new LinkedBlockingQueue<>();

  private ChangeListener(InputStream events) {
    this.events = events;
  }

  static ChangeListener connect(Wire wire, String token) throws IOException, InterruptedException {
    var request = wire.authorized("/api/v1/changes", token).GET().build();
    var response = wire.http().send(request, BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    var listener = new ChangeListener(response.body());
    var thread = new Thread(listener::read, "changes");
    thread.setDaemon(true);
    thread.start();
    return listener;
  }

  /** Comes back when what was noticed with the connection is over. */
  void awaitQuiet() throws InterruptedException {
    assertThat(notices.poll(10, TimeUnit.SECONDS)).as("the first notice").isNotNull();
    var quiet = false;
    while (!quiet) {
      quiet = notices.poll(2, TimeUnit.SECONDS) == null;
    }
  }

  void awaitNext(Duration bound) throws InterruptedException {
    assertThat(notices.poll(bound.toMillis(), TimeUnit.MILLISECONDS))
        .as("a notice within %s", bound)
        .isNotNull();
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
      lines.lines().filter("event: changed"::equals).forEach(notices::add);
    } catch (IOException | UncheckedIOException ended) {
      // By us, when the test is done; a test that waits for more says so itself.
    }
  }

  @Override
  public void close() throws IOException {
    events.close();
  }
}
