package org.tidemark.server.conflict.control;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.mutation.Fingerprint;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.Timestamps;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.server.conflict.boundary.ResolveRequest;
import org.tidemark.server.failure.Failures;

/** A person's decision, checked, with the fingerprint that tells a repeat from a reused id. */
public record Decision(
    ClientId clientId,
    MutationId mutationId,
    String conflictId,
    Resolution resolution,
    @Nullable JsonObject data,
    int serverVersion,
    Instant updatedAt,
    @Nullable Long sequence,
    Fingerprint fingerprint) {

  /** Checks a request whose ids are known to be valid. */
  public static Decision of(ResolveRequest request) {
    JsonObject data = data(request);
    if (request.serverVersion() < 1) {
      throw Failures.invalid("/serverVersion", "must be at least 1");
    }
    return new Decision(
        new ClientId(request.clientId()),
        new MutationId(request.clientMutationId()),
        request.conflictId(),
        request.resolution(),
        data,
        request.serverVersion(),
        Timestamps.cut(request.updatedAt()),
        sequence(request.sequence()),
        fingerprint(request, data));
  }

  private static @Nullable JsonObject data(ResolveRequest request) {
    if (request.data() instanceof JsonInput.Invalid invalid) {
      throw Failures.invalid("/data" + invalid.pointer(), invalid.reason());
    }
    Json value = request.data().valueOrNull();
    if (request.resolution() == Resolution.MERGE) {
      if (value instanceof JsonObject object) {
        return object;
      }
      throw Failures.invalid("/data", "must be an object: the whole record as it shall be");
    }
    if (value != null) {
      throw Failures.invalid("/data", "is for MERGE only");
    }
    return null;
  }

  private static @Nullable Long sequence(@Nullable Double sequence) {
    if (sequence == null) {
      return null;
    }
    if (sequence < 0 || sequence > 9007199254740991d || sequence != Math.rint(sequence)) {
      throw Failures.invalid("/sequence", "must be a whole number from 0 to 9007199254740991");
    }
    return sequence.longValue();
  }

  private static Fingerprint fingerprint(ResolveRequest request, @Nullable JsonObject data) {
    Map<String, Json> members = new TreeMap<>();
    members.put("clientMutationId", new JsonString(request.clientMutationId()));
    members.put("conflictId", new JsonString(request.conflictId()));
    members.put("resolution", new JsonString(request.resolution().name()));
    members.put("serverVersion", JsonNumber.of(request.serverVersion()));
    members.put("updatedAt", new JsonString(Timestamps.print(Timestamps.cut(request.updatedAt()))));
    if (data != null) {
      members.put("data", data);
    }
    Double sequence = request.sequence();
    if (sequence != null) {
      members.put("sequence", new JsonString(sequence.toString()));
    }
    return Fingerprint.ofBytes(CanonicalJson.sha256(new JsonObject(members)));
  }
}
