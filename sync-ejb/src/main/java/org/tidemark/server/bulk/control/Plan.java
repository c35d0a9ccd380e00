package org.tidemark.server.bulk.control;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.core.resolve.ResolveOutcome;
import org.tidemark.core.resolve.ResolveRequest;
import org.tidemark.core.resolve.Resolver;
import org.tidemark.server.bulk.boundary.BulkChoice;
import org.tidemark.server.conflict.control.StoredConflict;

/**
 * What a job's choice means for one conflict.
 *
 * @param data what the record becomes; null: it is deleted
 */
public record Plan(Resolution resolution, @Nullable Document data) {

  /** A suggestion that is one of the sides is the choice of that side. */
  public static Plan of(BulkChoice choice, Conflict conflict) {
    return switch (choice) {
      case KEEP_CLIENT -> new Plan(Resolution.KEEP_CLIENT, conflict.clientData());
      case USE_SERVER -> new Plan(Resolution.USE_SERVER, conflict.serverData());
      case SUGGESTED -> {
        Document suggested = conflict.suggested();
        if (Objects.equals(suggested, conflict.serverData())) {
          yield of(BulkChoice.USE_SERVER, conflict);
        }
        yield Objects.equals(suggested, conflict.clientData())
            ? of(BulkChoice.KEEP_CLIENT, conflict)
            : new Plan(Resolution.MERGE, suggested);
      }
    };
  }

  /** Whether the record gets another version. */
  boolean writes() {
    return resolution != Resolution.USE_SERVER;
  }

  ResolveOutcome resolve(
      StoredConflict conflict, int seen, RecordState current, ClientId by, Instant at) {
    JsonObject merged = resolution == Resolution.MERGE && data != null ? data.json() : null;
    return Resolver.resolve(
        new ResolveRequest(resolution, merged, seen),
        conflict.payload().conflict(),
        conflict.inputs(),
        current,
        by,
        at);
  }
}
