package org.tidemark.console.review;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonReader;

/** A field that is in conflict, as a person sees it, and what they chose for it. */
public final class FieldChoice implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final @Nullable String base;
  private final @Nullable String server;
  private final @Nullable String client;
  private final boolean settled;
  private Choice choice;
  private @Nullable String other;

  /** Begins with the suggestion. */
  FieldChoice(FieldConflict field) {
    path = field.path();
    base = print(field.base());
    server = print(field.server());
    client = print(field.client());
    settled = field.settled();
    String suggested = print(field.suggested());
    if (Objects.equals(suggested, client) && !Objects.equals(client, server)) {
      choice = Choice.CLIENT;
    } else if (Objects.equals(suggested, server)) {
      choice = Choice.SERVER;
    } else {
      choice = Choice.OTHER;
    }
    other = suggested;
  }

  private static @Nullable String print(@Nullable Json value) {
    return value == null ? null : CanonicalJson.print(value);
  }

  /**
   * The value that was chosen; null: the field is gone.
   *
   * @throws InvalidJson if what was written by hand is no JSON
   */
  @Nullable Json value() throws InvalidJson {
    String text =
        switch (choice) {
          case SERVER -> server;
          case CLIENT -> client;
          case BASE -> base;
          case OTHER -> other;
        };
    return text == null || text.isBlank() ? null : JsonReader.read(text);
  }

  public String getPath() {
    return path;
  }

  public @Nullable String getBase() {
    return base;
  }

  public @Nullable String getServer() {
    return server;
  }

  public @Nullable String getClient() {
    return client;
  }

  /** Whether a rule has settled this field, so that the suggestion need not be looked at. */
  public boolean isSettled() {
    return settled;
  }

  public Choice getChoice() {
    return choice;
  }

  public void setChoice(Choice value) {
    choice = value;
  }

  public @Nullable String getOther() {
    return other;
  }

  public void setOther(@Nullable String value) {
    other = value;
  }
}
