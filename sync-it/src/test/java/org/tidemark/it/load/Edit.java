package org.tidemark.it.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One mutation as a client sends it, and sends it again.
 *
 * @param data the whole object as JSON text; null: a deletion
 * @param amount what its author adds to a counter; known to the books alone
 */
public record Edit(
    String mutationId,
    RecordName record,
    @Nullable String data,
    @Nullable Integer baseVersion,
    @Nullable String previous,
    Instant updatedAt,
    @Nullable Long sequence,
    int amount) {

  /** An edit of a record that its author has never seen. */
  public static Edit creation(
      String mutationId, RecordName record, String data, Instant updatedAt) {
    return new Edit(mutationId, record, data, null, null, updatedAt, null, 0);
  }

  public Edit withBase(int version) {
    return new Edit(mutationId, record, data, version, previous, updatedAt, sequence, amount);
  }

  public Edit withData(String other) {
    return new Edit(mutationId, record, other, baseVersion, previous, updatedAt, sequence, amount);
  }

  public Edit withSequence(long number) {
    return new Edit(mutationId, record, data, baseVersion, previous, updatedAt, number, amount);
  }

  String json() {
    var json = new StringBuilder(256);
    json.append("{\"clientMutationId\":\"").append(mutationId);
    json.append("\",\"operation\":\"").append(data == null ? "DELETE" : "UPSERT");
    json.append("\",\"space\":\"").append(record.space());
    json.append("\",\"entityType\":\"").append(record.entityType());
    json.append("\",\"id\":\"").append(record.id());
    json.append("\",\"updatedAt\":\"").append(updatedAt).append('"');
    member(json, "data", data);
    member(json, "baseVersion", baseVersion);
    member(json, "previous", previous == null ? null : "\"" + previous + "\"");
    member(json, "sequence", sequence);
    return json.append('}').toString();
  }

  private static void member(StringBuilder json, String name, @Nullable Object value) {
    if (value != null) {
      json.append(",\"").append(name).append("\":").append(value);
    }
  }
}
