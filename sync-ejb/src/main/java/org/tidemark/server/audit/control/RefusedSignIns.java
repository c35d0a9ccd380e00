package org.tidemark.server.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Bounds what refused sign-ins leave in the trail, which nobody has to be known for. */
@ApplicationScoped
public class RefusedSignIns {
  /** How many of this server are noted in an hour. */
  static final int MOST = 200;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int LONGEST_NAME = 120;

  private final InstantSource clock;
  private Instant since = Instant.MIN;
  private int noted;

  /** For the container's proxy. */
  protected RefusedSignIns() {
    this(InstantSource.system());
  }

  @Inject
  public RefusedSignIns(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized boolean isToBeNoted() {
    Instant now = clock.instant();
    if (since.isBefore(now.minus(HOUR))) {
      since = now;
      noted = 0;
    }
    noted = Math.min(noted + 1, MOST + 1);
    return noted <= MOST;
  }

  /** A name as anybody may have typed it, fit for the trail. */
  public static String named(String typed) {
    String name = typed.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD").strip();
    int length = name.codePointCount(0, name.length());
    return name.isEmpty()
        ? "?"
        : name.substring(0, name.offsetByCodePoints(0, Math.min(length, LONGEST_NAME)));
  }
}
