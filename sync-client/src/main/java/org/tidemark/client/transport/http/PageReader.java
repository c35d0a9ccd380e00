package org.tidemark.client.transport.http;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.Change;
import org.tidemark.client.transport.ClosedConflict;
import org.tidemark.client.transport.PullPage;
import org.tidemark.client.transport.SpaceGrant;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.resolve.Resolution;

/** Reads a page of changes. */
final class PageReader {

  private List<Change> changes = new ArrayList<>();
  private List<ClosedConflict> closed = new ArrayList<>();
  private @Nullable List<SpaceGrant> spaces;
  private @Nullable String cursor;
  private boolean hasMore;
  private @Nullable Instant serverTime;

  static PullPage read(JsonParser parser) throws IOException {
    PageReader reader = new PageReader();
    Members.object(parser, reader::member);
    return new PullPage(
        reader.changes,
        reader.closed,
        Members.required(reader.spaces, "spaces"),
        Members.required(reader.cursor, "cursor"),
        reader.hasMore,
        Members.required(reader.serverTime, "serverTime"));
  }

  private void member(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "changes" -> changes = Members.list(parser, at -> new Row().change(at));
      case "resolvedConflicts" -> closed = Members.list(parser, at -> new Row().closed(at));
      case "spaces" -> spaces = Members.list(parser, at -> new Row().grant(at));
      case "cursor" -> cursor = Members.text(parser);
      case "hasMore" -> hasMore = Members.flag(parser);
      case "serverTime" -> serverTime = Members.time(parser);
      default -> parser.skipChildren();
    }
  }

  static SpaceGrant grant(JsonParser parser) throws IOException {
    return new Row().grant(parser);
  }

  /** Something that has a place in a space, while it is read. */
  private static final class Row {
    private @Nullable String space;
    private @Nullable String type;
    private @Nullable String id;
    private @Nullable Integer version;
    private @Nullable Instant at;
    private boolean deleted;
    private @Nullable Document data;
    private @Nullable String conflictId;
    private @Nullable String status;
    private @Nullable String resolution;
    private @Nullable String by;
    private @Nullable String role;

    private void member(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "space" -> space = Members.text(parser);
        case "entityType" -> type = Members.text(parser);
        case "id" -> id = Members.text(parser);
        case "version" -> version = Members.whole(parser);
        case "updatedAt", "resolvedAt" -> at = Members.time(parser);
        case "deleted" -> deleted = Members.flag(parser);
        case "data" -> data = Members.document(parser);
        case "conflictId" -> conflictId = Members.text(parser);
        case "status" -> status = Members.text(parser);
        case "resolution" -> resolution = Members.text(parser);
        case "resolvedBy" -> by = Members.text(parser);
        case "role" -> role = Members.text(parser);
        default -> parser.skipChildren();
      }
    }

    private RecordKey key() throws IOException {
      try {
        return new RecordKey(
            new SpaceId(Members.required(space, "space")),
            new EntityType(Members.required(type, "entityType")),
            new RecordId(Members.required(id, "id")));
      } catch (IllegalArgumentException e) {
        throw new IOException("a record with an impossible name", e);
      }
    }

    Change change(JsonParser parser) throws IOException {
      Members.object(parser, this::member);
      if (deleted != (data == null)) {
        throw new IOException("a record without data that is not deleted");
      }
      return new Change(
          key(),
          Members.required(version, "version"),
          Members.required(at, "updatedAt"),
          deleted,
          data);
    }

    ClosedConflict closed(JsonParser parser) throws IOException {
      Members.object(parser, this::member);
      return new ClosedConflict(
          Members.required(conflictId, "conflictId"),
          key(),
          Members.choice(ClosedConflict.Status.class, status),
          resolution == null ? null : Members.choice(Resolution.class, resolution),
          Members.required(version, "version"),
          Members.required(by, "resolvedBy"),
          Members.required(at, "resolvedAt"));
    }

    SpaceGrant grant(JsonParser parser) throws IOException {
      Members.object(parser, this::member);
      return new SpaceGrant(
          new SpaceId(Members.required(space, "space")), Members.required(role, "role"));
    }
  }
}
