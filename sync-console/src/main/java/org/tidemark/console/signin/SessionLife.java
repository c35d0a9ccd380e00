package org.tidemark.console.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.tidemark.server.settings.Environment;

/**
 * How long a session lasts at most, however busy it is: {@code SYNC_CONSOLE_SESSION_LIFE}.
 *
 * <p>It bounds what a browser is good for that somebody else got hold of, and how long somebody
 * keeps a role that was taken away elsewhere, at a provider of sign-ins above all.
 */
@ApplicationScoped
public class SessionLife {
  private final Duration life;

  public SessionLife() {
    this(System.getenv());
  }

  SessionLife(Map<String, String> environment) {
    life =
        new Environment(environment)
            .duration(
                "SYNC_CONSOLE_SESSION_LIFE",
                Duration.ofHours(12),
                Duration.ofSeconds(1),
                Duration.ofDays(30));
  }

  /** A setting that cannot be used stops the start, not the first sign-in. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {}

  boolean isOver(Instant signedIn, Instant now) {
    return !now.isBefore(signedIn.plus(life));
  }
}
