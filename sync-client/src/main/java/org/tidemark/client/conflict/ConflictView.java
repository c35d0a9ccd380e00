package org.tidemark.client.conflict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Fingerprints;
import org.tidemark.client.replica.ConflictNow;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.store.ConflictRow;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.Json;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.RecordKey;

/**
 * A conflict with both sides as they are now.
 *
 * <p>{@code conflict} holds the changed fields only, each with its base, server, local and
 * suggested value, and the version of the server's side that a decision counts against.
 */
public record ConflictView(
    String id, RecordKey key, ConflictState state, Instant detectedAt, Conflict conflict) {

  private static final int REVISION_DIGITS = 16;

  static ConflictView of(ConflictRow row, Replica replica, MergePolicy policy) {
    return new ConflictView(
        row.id(),
        row.key(),
        row.state(),
        row.detectedAt(),
        row.state() == ConflictState.OPEN
            ? ConflictNow.of(row.told(), replica, policy)
            : row.told());
  }

  /** A short name of what is shown: another one as soon as a side or the suggestion changes. */
  public String revision() {
    String shown =
        String.join(
            " ",
            id,
            Fingerprints.of(conflict.clientData()),
            Fingerprints.of(conflict.serverData()),
            Fingerprints.of(conflict.suggested()));
    return conflict.serverVersion() + "-" + Fingerprints.of(shown).substring(0, REVISION_DIGITS);
  }

  /**
   * The fields in which {@link Choice#keepLocal} drops what others did, though nobody has to decide
   * them: those that were settled by a rule, or because the server's side alone changed them, and
   * not as the local side has them.
   *
   * @return pointers as in {@link FieldConflict#path}, in that order. A field that waits for the
   *     person is never among them, so there are none where a side is deleted
   */
  public List<String> keepLocalDrops() {
    return dropped(FieldConflict::client);
  }

  /**
   * The same of {@link Choice#useServer}: the fields in which it drops what was done on this
   * device.
   */
  public List<String> useServerDrops() {
    return dropped(FieldConflict::server);
  }

  private List<String> dropped(Function<FieldConflict, @Nullable Json> side) {
    List<String> paths = new ArrayList<>();
    for (FieldConflict field : conflict.fields()) {
      if (field.settled() && !Objects.equals(field.suggested(), side.apply(field))) {
        paths.add(field.path());
      }
    }
    return paths;
  }
}
