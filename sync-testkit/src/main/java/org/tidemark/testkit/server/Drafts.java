package org.tidemark.testkit.server;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.mutation.Fingerprint;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.mutation.MutationDraft;
import org.tidemark.core.record.Timestamps;

/** Requests as they look on the wire, before anything of them is checked. */
final class Drafts {
  private Drafts() {}

  static MutationDraft of(Mutation mutation) {
    Long sequence = mutation.sequence();
    return new MutationDraft(
        mutation.id().value(),
        mutation.operation().name(),
        mutation.key().type().value(),
        mutation.key().id().value(),
        mutation.key().space().value(),
        mutation.previous() == null ? null : mutation.previous().value(),
        Timestamps.print(mutation.updatedAt()),
        input(mutation.data()),
        input(mutation.sentBase()),
        fieldTimes(mutation),
        mutation.baseVersion(),
        sequence == null ? null : sequence.doubleValue());
  }

  /** Tells a repeat of a decision from a reuse of its id. */
  static Fingerprint fingerprint(ResolveRequest request) {
    TreeMap<String, Json> members = new TreeMap<>();
    members.put("clientMutationId", new JsonString(request.mutationId().value()));
    members.put("conflictId", new JsonString(request.conflictId()));
    members.put("resolution", new JsonString(request.resolution().name()));
    members.put("serverVersion", JsonNumber.of(request.serverVersion()));
    members.put("updatedAt", new JsonString(Timestamps.print(request.updatedAt())));
    members.put("sequence", JsonNumber.of(request.sequence()));
    Document data = request.data();
    if (data != null) {
      members.put("data", data.json());
    }
    return Fingerprint.ofBytes(CanonicalJson.sha256(new JsonObject(members)));
  }

  private static JsonInput input(@Nullable Document document) {
    return document == null ? JsonInput.ABSENT : JsonInput.of(document.json());
  }

  private static JsonInput fieldTimes(Mutation mutation) {
    if (mutation.fieldTimes().isEmpty()) {
      return JsonInput.ABSENT;
    }
    TreeMap<String, Json> times = new TreeMap<>();
    mutation
        .fieldTimes()
        .forEach((field, time) -> times.put(field, new JsonString(Timestamps.print(time))));
    return JsonInput.of(new JsonObject(times));
  }
}
