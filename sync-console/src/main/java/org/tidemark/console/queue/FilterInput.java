package org.tidemark.console.queue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Parameters;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.server.review.boundary.QueueFilter;

/**
 * The filter as a page's address has it. What cannot be read does not filter, so whoever shows or
 * does something by it asks for {@link #unreadable} first.
 */
public class FilterInput implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Ten years. */
  private static final int MOST_HOURS = 87_600;

  private @Nullable String type;
  private @Nullable String space;
  private @Nullable String client;
  private @Nullable String kind;
  private @Nullable String hours;
  private @Nullable String field;
  private @Nullable String text;

  /** The filter that a request's parameters have. */
  public static FilterInput of(Parameters parameters) {
    FilterInput input = new FilterInput();
    input.setType(parameters.get("type"));
    input.setSpace(parameters.get("space"));
    input.setClient(parameters.get("client"));
    input.setKind(parameters.get("kind"));
    input.setHours(parameters.get("hours"));
    input.setField(parameters.get("field"));
    input.setText(parameters.get("text"));
    return input;
  }

  public QueueFilter filter() {
    return new QueueFilter(
        blank(type),
        blank(space),
        blank(client),
        kindOf(blank(kind)),
        hoursOf(blank(hours)),
        pointer(blank(field)),
        blank(text));
  }

  /**
   * What of it cannot be read.
   *
   * @param key of the sentence that says so, with the value as its part
   */
  public record Unreadable(String key, String value) {}

  public List<Unreadable> unreadable() {
    List<Unreadable> found = new ArrayList<>();
    String namedKind = blank(kind);
    if (namedKind != null && kindOf(namedKind) == null) {
      found.add(new Unreadable("queue.noKind", namedKind));
    }
    String namedHours = blank(hours);
    if (namedHours != null && hoursOf(namedHours) == null) {
      found.add(new Unreadable("queue.noHours", namedHours));
    }
    return found;
  }

  /** PostgreSQL knows no NUL; what stands for it is in no name, so it finds nothing. */
  private static @Nullable String blank(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip().replace('\0', '\uFFFD');
  }

  /** People name a field at the top without the slash. */
  private static @Nullable String pointer(@Nullable String named) {
    return named == null || named.startsWith("/") ? named : "/" + named;
  }

  private static @Nullable ConflictType kindOf(@Nullable String value) {
    for (ConflictType each : ConflictType.values()) {
      if (each.name().equals(value)) {
        return each;
      }
    }
    return null;
  }

  private static @Nullable Integer hoursOf(@Nullable String value) {
    if (value == null || !value.matches("[0-9]{1,5}")) {
      return null;
    }
    int hours = Integer.parseInt(value);
    return hours <= MOST_HOURS ? hours : null;
  }

  public @Nullable String getType() {
    return type;
  }

  public void setType(@Nullable String value) {
    type = value;
  }

  public @Nullable String getSpace() {
    return space;
  }

  public void setSpace(@Nullable String value) {
    space = value;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String value) {
    client = value;
  }

  public @Nullable String getKind() {
    return kind;
  }

  public void setKind(@Nullable String value) {
    kind = value;
  }

  public @Nullable String getHours() {
    return hours;
  }

  public void setHours(@Nullable String value) {
    hours = value;
  }

  public @Nullable String getField() {
    return field;
  }

  public void setField(@Nullable String value) {
    field = value;
  }

  public @Nullable String getText() {
    return text;
  }

  public void setText(@Nullable String value) {
    text = value;
  }
}
