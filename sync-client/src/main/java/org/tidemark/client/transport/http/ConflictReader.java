package org.tidemark.client.transport.http;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ConflictAnswer;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNull;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;

/** Reads a conflict. */
final class ConflictReader {

  private @Nullable String id;
  private @Nullable String type;
  private @Nullable Document serverData;
  private @Nullable Document clientData;
  private @Nullable Document baseData;
  private @Nullable Document suggested;
  private @Nullable Integer serverVersion;
  private @Nullable Integer localVersion;
  private @Nullable Instant serverUpdatedAt;
  private @Nullable Instant clientUpdatedAt;
  private @Nullable Instant clientEffectiveAt;
  private @Nullable String explanation;
  private List<FieldConflict> fields = new ArrayList<>();

  /** Reads the object that the parser stands at; null where it is null. */
  static @Nullable ConflictReader begin(JsonParser parser) throws IOException {
    ConflictReader reader = new ConflictReader();
    return Members.object(parser, reader::member) ? reader : null;
  }

  private void member(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "conflictId" -> id = Members.text(parser);
      case "conflictType" -> type = Members.text(parser);
      case "serverData" -> serverData = Members.document(parser);
      case "clientData" -> clientData = Members.document(parser);
      case "baseData" -> baseData = Members.document(parser);
      case "resolutionSuggested" -> suggested = Members.document(parser);
      case "serverVersion" -> serverVersion = Members.whole(parser);
      case "localVersion" -> localVersion = Members.whole(parser);
      case "serverUpdatedAt" -> serverUpdatedAt = Members.time(parser);
      case "clientUpdatedAt" -> clientUpdatedAt = Members.time(parser);
      case "clientEffectiveAt" -> clientEffectiveAt = Members.time(parser);
      case "explanation" -> explanation = Members.text(parser);
      case "fields" -> fields = Members.list(parser, ConflictReader::field);
      default -> parser.skipChildren();
    }
  }

  ConflictAnswer conflict() throws IOException {
    Instant clientAt = Members.required(clientUpdatedAt, "clientUpdatedAt");
    List<FieldConflict> told = new ArrayList<>();
    for (FieldConflict field : fields) {
      told.add(exact(field));
    }
    Conflict conflict =
        new Conflict(
            Members.choice(ConflictType.class, type),
            serverData,
            clientData,
            baseData,
            serverVersion,
            localVersion,
            serverUpdatedAt,
            clientAt,
            clientEffectiveAt == null ? clientAt : clientEffectiveAt,
            told,
            suggested,
            explanation == null ? "" : explanation);
    return new ConflictAnswer(Members.required(id, "conflictId"), conflict);
  }

  /** GraphQL shows an absent value as null; the whole objects tell it from a null. */
  private FieldConflict exact(FieldConflict field) {
    return new FieldConflict(
        field.path(),
        exact(field.base(), baseData, field.path()),
        exact(field.server(), serverData, field.path()),
        exact(field.client(), clientData, field.path()),
        exact(field.suggested(), suggested, field.path()),
        field.settled());
  }

  private static @Nullable Json exact(@Nullable Json value, @Nullable Document whole, String path) {
    if (value != null || whole == null) {
      return value;
    }
    Json found = whole.json();
    for (String token : JsonPointer.parse(path).tokens()) {
      found = found instanceof JsonObject object ? object.get(token) : null;
    }
    return found == JsonNull.INSTANCE ? found : null;
  }

  private static FieldConflict field(JsonParser parser) throws IOException {
    Field field = new Field();
    Members.object(parser, field::member);
    return new FieldConflict(
        Members.required(field.path, "path"),
        field.base,
        field.server,
        field.client,
        field.suggested,
        field.settled);
  }

  /** One field while it is read. */
  private static final class Field {
    private @Nullable String path;
    private @Nullable Json base;
    private @Nullable Json server;
    private @Nullable Json client;
    private @Nullable Json suggested;
    private boolean settled;

    void member(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "path" -> path = Members.text(parser);
        case "base" -> base = Members.json(parser);
        case "server" -> server = Members.json(parser);
        case "client" -> client = Members.json(parser);
        case "suggested" -> suggested = Members.json(parser);
        case "settled" -> settled = Members.flag(parser);
        default -> parser.skipChildren();
      }
    }
  }
}
