package org.tidemark.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
    return (int) whole(key, (long) usual, least, most);
  }

  public long whole(String key, long usual, long least, long most) {
    String value = text(key);
    if (value == null) {
      return usual;
    }
    String allowed = "a whole number from " + least + " to " + most;
    try {
      long number = Long.parseLong(value);
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

  /** An absolute http(s) address without a slash at its end; null: not set. */
  public @Nullable URI address(String key) {
    String value = text(key);
    if (value == null) {
      return null;
    }
    String allowed = "an address such as https://media.example.org, without a slash at its end";
    try {
      URI address = new URI(value);
      boolean isHttp = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (isHttp && address.getHost() != null && !value.endsWith("/")) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw refused(key, value, allowed, e);
    }
    throw refused(key, value, allowed, null);
  }

  /** What a parser makes of the value. */
  public <T> T parsed(String key, String usual, Function<String, T> parser, String allowed) {
    String value = Objects.requireNonNullElse(text(key), usual);
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw refused(key, value, allowed, e);
    }
  }

  private static IllegalStateException refused(
      String key, String value, String allowed, @Nullable Exception cause) {
    return new IllegalStateException(
        "The setting " + key + " is \"" + value + "\"; it must be " + allowed + ".", cause);
  }
}
