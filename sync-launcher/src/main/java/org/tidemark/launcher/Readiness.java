package org.tidemark.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks a server again and again whether it is ready. */
final class Readiness {

  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final HttpRequest request;

  Readiness(URI health) {
    request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(10)).build();
  }

  /**
   * Comes back when the server is ready.
   *
   * @param failure why the server will never be ready, once that is known
   */
  void await(Supplier<Optional<String>> failure) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      failure
          .get()
          .ifPresent(
              reason -> {
                throw new StartFailure(reason);
              });
      if (System.nanoTime() > end) {
        throw new StartFailure(
            "The server was not ready after %d s: %s"
                .formatted(PATIENCE.toSeconds(), request.uri()));
      }
      pause();
    }
  }

  private boolean isReady() {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private static StartFailure interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new StartFailure("Stopped while waiting for the server.", cause);
  }
}
