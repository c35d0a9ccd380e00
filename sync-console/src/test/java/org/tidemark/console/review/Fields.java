package org.tidemark.console.review;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonReader;

/** Fields in conflict, from values as JSON; null: a side does not have the field. */
final class Fields {
  private Fields() {}

  static FieldChoice field(
      String path,
      @Nullable String base,
      @Nullable String server,
      @Nullable String client,
      @Nullable String suggested)
      throws InvalidJson {
    return new FieldChoice(
        new FieldConflict(path, json(base), json(server), json(client), json(suggested), false),
        true,
        null,
        null);
  }

  /** A field of a record that one side has deleted. */
  static FieldChoice deleted(
      String path, @Nullable String server, @Nullable String client, Choice deleted)
      throws InvalidJson {
    return new FieldChoice(
        new FieldConflict(path, json("1"), json(server), json(client), null, false),
        true,
        deleted,
        null);
  }

  /** A field of 100, on the server 120 and on the device 110, of a record that became this. */
  static FieldChoice settled(String path, Became became) throws InvalidJson {
    return new FieldChoice(
        new FieldConflict(path, json("100"), json("120"), json("110"), json("120"), false),
        true,
        null,
        became);
  }

  private static @Nullable Json json(@Nullable String text) throws InvalidJson {
    return text == null ? null : JsonReader.read(text);
  }
}
