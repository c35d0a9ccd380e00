package org.tidemark.console.time;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.tidemark.console.words.Words;

/** Prints times for people. */
@Named
@RequestScoped
public class Times {
  @Inject private InstantSource clock;
  @Inject private Words words;

  public Instant now() {
    return clock.instant();
  }

  /** To the second, in UTC. */
  public String to(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** How long ago that is, in the largest whole unit. */
  public String ago(Instant instant) {
    Duration passed = Duration.between(instant, clock.instant());
    return passed.toMinutes() < 1
        ? words.lasted(Duration.ZERO)
        : words.of("ago", words.lasted(passed));
  }

  /** How a clock goes that is ahead by so much, or behind where it is below zero. */
  public String error(Duration ahead) {
    if (ahead.isZero()) {
      return words.of("clock.right");
    }
    Duration by = ahead.abs();
    String much =
        by.toDays() > 1
            ? words.of("clock.days", by.toDays())
            : by.toHours() > 1
                ? words.of("clock.hours", by.toHours())
                : by.toMinutes() > 1
                    ? words.of("clock.minutes", by.toMinutes())
                    : words.of("clock.seconds", Math.max(1, by.toSeconds()));
    return words.of(ahead.isNegative() ? "clock.behind" : "clock.ahead", much);
  }
}
