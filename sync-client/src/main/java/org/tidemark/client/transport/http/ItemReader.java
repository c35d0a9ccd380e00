package org.tidemark.client.transport.http;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
  private @Nullable ConflictReader conflict;
  private @Nullable ErrorReader error;

  /** Reads to the item's end; {@link #item} tells what it says. */
  static ItemReader begin(JsonParser parser) throws IOException {
    ItemReader reader = new ItemReader();
    Members.object(parser, reader::member);
    return reader;
  }

  static ItemAnswer read(JsonParser parser) throws IOException {
    return begin(parser).item();
  }

  private void member(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "clientMutationId" -> id = Members.text(parser);
      case "status" -> status = Members.text(parser);
      case "version" -> version = Members.whole(parser);
      case "updatedAt" -> updatedAt = Members.time(parser);
      case "deleted" -> deleted = Members.flag(parser);
      case "data" -> data = Members.document(parser);
      case "conflict" -> conflict = ConflictReader.begin(parser);
      case "error" -> error = ErrorReader.begin(parser);
      default -> parser.skipChildren();
    }
  }

  ItemAnswer item() throws IOException {
    String name = Members.required(id, "clientMutationId");
    if (MutationId.problem(name) != null) {
      throw new IOException("an answer to no mutation of ours");
    }
    SyncStatus verdict = Members.choice(SyncStatus.class, status);
    ConflictReader told = conflict;
    if (verdict == SyncStatus.CONFLICT && told == null) {
      throw new IOException("a conflict that is not told");
    }
    requireState();
    ErrorReader refusal = error;
    return new ItemAnswer(
        new MutationId(name),
        verdict,
        version,
        updatedAt,
        deleted,
        data,
        told == null ? null : told.conflict(),
        refusal == null ? null : refusal.error());
  }

  /** A state has all its parts or none: half of one would be taken for a deletion. */
  private void requireState() throws IOException {
    boolean whole = version == null ? data == null : updatedAt != null && deleted == (data == null);
    if (!whole) {
      throw new IOException("a state that contradicts itself");
    }
  }
}
