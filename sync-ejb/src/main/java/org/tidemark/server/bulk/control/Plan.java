package org.tidemark.server.bulk.control;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.merge.FieldDiff;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.core.resolve.ResolveOutcome;
import org.tidemark.core.resolve.ResolveRequest;
import org.tidemark.core.resolve.Resolver;
import org.tidemark.server.bulk.boundary.BulkChoice;
import org.tidemark.server.bulk.boundary.BulkEffect;
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

  /** What it does to the record. */
  BulkEffect effect(Conflict conflict) {
    Document before = conflict.serverData();
    Document after = data;
    if (!writes() || Objects.equals(before, after)) {
      return BulkEffect.STAYS;
    }
    if (before == null || after == null) {
      return after == null ? BulkEffect.DELETES : BulkEffect.REVIVES;
    }
    return replacesEdits(before.json(), after.json(), conflict)
        ? BulkEffect.OVERWRITES
        : BulkEffect.CHANGES;
  }

  /**
   * Whether the device's value takes the place of one that the server has taken since. Where
   * nothing is known of what the edit began from, all that the server has may be that.
   */
  private static boolean replacesEdits(JsonObject before, JsonObject after, Conflict conflict) {
    Document base = conflict.baseData();
    Document device = conflict.clientData();
    if (device == null) {
      return false;
    }
    JsonObject from = base == null ? JsonObject.EMPTY : base.json();
    Set<String> replaced = new HashSet<>(FieldDiff.between(before, after));
    replaced.retainAll(FieldDiff.between(from, before));
    replaced.removeAll(FieldDiff.between(device.json(), after));
    return !replaced.isEmpty();
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
