package org.tidemark.client.transport.http;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ConflictAnswer;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.MutationId;

/** Reads the answer to one mutation. */
final class ItemReader {

  private @Nullable String id;
  private @Nullable String status;
  private @Nullable Integer version;
  private @Nullable Instant updatedAt;
  private boolean deleted;
  private @Nullable Document data;
  private @Nullable ConflictAnswer conflict;
  private @Nullable ErrorAnswer error;

  static ItemAnswer read(JsonParser parser) throws IOException {
    ItemReader reader = new ItemReader();
    Members.object(parser, reader::member);
    return reader.item();
  }

  private void member(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "clientMutationId" -> id = Members.text(parser);
      case "status" -> status = Members.text(parser);
      case "version" -> version = Members.whole(parser);
      case "updatedAt" -> updatedAt = Members.time(parser);
      case "deleted" -> deleted = Members.flag(parser);
      case "data" -> data = Members.document(parser);
      case "conflict" -> conflict = ConflictReader.read(parser);
      case "error" -> error = ErrorReader.read(parser);
      default -> parser.skipChildren();
    }
  }

  private ItemAnswer item() throws IOException {
    String name = Members.required(id, "clientMutationId");
    if (MutationId.problem(name) != null) {
      throw new IOException("an answer to no mutation of ours");
    }
    return new ItemAnswer(
        new MutationId(name),
        Members.choice(SyncStatus.class, status),
        version,
        updatedAt,
        deleted,
        data,
        conflict,
        error);
  }
}
