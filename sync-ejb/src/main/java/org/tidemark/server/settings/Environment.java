package org.tidemark.server.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from environment variables: blank is unset, white space around a value is none of
 * it, and what cannot be used is refused by an {@code IllegalStateException} that names the
 * variable, its value and what is allowed.
 */
public record Environment(Map<String, String> variables) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  public @Nullable String text(String key) {
    String value = variables.get(key);
    return value == null || value.isBlank() ? null : value.strip();
  }

  public int whole(String key, int usual, int least, int most) {
    String value = text(key);
    if (value == null) {
      return usual;
    }
    String allowed = "a whole number from " + least + " to " + most;
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refused(key, value, allowed, e);
    }
    throw refused(key, value, allowed, null);
  }

  public Duration duration(String key, Duration usual, Duration least, Duration most) {
    String value = text(key);
    if (value == null) {
      return usual;
    }
    String allowed = "an ISO 8601 duration from " + least + " to " + most + ", such as P30D";
    try {
      Duration duration = Duration.parse(value);
      if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      throw refused(key, value, allowed, e);
    }
    throw refused(key, value, allowed, null);
  }

  public boolean flag(String key, boolean usual) {
    String value = text(key);
    if (value == null) {
      return usual;
    }
    if (value.equals("true") || value.equals("false")) {
      return value.equals("true");
    }
    throw refused(key, value, "true or false", null);
  }

  private static IllegalStateException refused(
      String key, String value, String allowed, @Nullable Exception cause) {
    return new IllegalStateException(
        "The setting " + key + " is \"" + value + "\"; it must be " + allowed + ".", cause);
  }
}
