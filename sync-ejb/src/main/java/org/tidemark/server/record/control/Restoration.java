package org.tidemark.server.record.control;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.mutation.Fingerprint;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.server.identity.Caller;

/**
 * A wish to have an earlier state back, checked.
 *
 * @param version the record's version that the person saw
 */
public record Restoration(
    Caller caller,
    ClientId clientId,
    MutationId mutationId,
    RecordKey key,
    int version,
    Instant receivedAt) {

  /** Tells a repeat from a reused id. */
  Fingerprint fingerprint(Document data) {
    Map<String, Json> members = new TreeMap<>();
    members.put("clientMutationId", new JsonString(mutationId.value()));
    members.put("space", new JsonString(key.space().value()));
    members.put("entityType", new JsonString(key.type().value()));
    members.put("id", new JsonString(key.id().value()));
    members.put("version", JsonNumber.of(version));
    members.put("restored", data.json());
    return Fingerprint.ofBytes(CanonicalJson.sha256(new JsonObject(members)));
  }
}
