package org.tidemark.testkit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.ledger.Evidence;
import org.tidemark.testkit.ledger.Happening;

/**
 * Undo brings back exactly what was there: a restored snapshot is the local state to the byte, and
 * whatever overrode a person's own state left a snapshot of it.
 */
final class UndoExact implements Check {

  @Override
  public String name() {
    return "undo exact";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    List<String> findings = new ArrayList<>();
    Map<Place, ItemAnswer> answers = new HashMap<>();
    int looked = 0;
    for (Happening happening : evidence.ledger().all()) {
      if (happening instanceof Happening.Acted acted) {
        answers.remove(new Place(acted.device(), acted.key()));
      } else if (happening instanceof Happening.Delivered delivered) {
        answers.put(new Place(delivered.device(), delivered.key()), delivered.answer());
      } else if (happening instanceof Happening.Restored restored) {
        looked++;
        if (!Objects.equals(restored.snapshot(), restored.local())
            && !isWithdrawal(evidence, restored)) {
          findings.add(restored + " is not what was there");
        }
      } else if (happening instanceof Happening.Overridden overridden) {
        ItemAnswer answer = answers.get(new Place(overridden.device(), overridden.key()));
        if (!overridden.by().equals("the sync") || mustBeSaved(evidence, overridden, answer)) {
          looked++;
          if (!overridden.snapshots().contains(new Happening.Saved(overridden.lost()))) {
            findings.add(
                "device %d lost %s of %s by %s (%s) and has no snapshot of it"
                    .formatted(
                        overridden.device(),
                        overridden.lost(),
                        overridden.key(),
                        overridden.by(),
                        answer));
          }
        }
      }
    }
    return new Verdict(findings, looked);
  }

  private record Place(int device, RecordKey key) {}

  /** A creation that was never sent is taken back; the server's record, if any, stays. */
  private static boolean isWithdrawal(Evidence evidence, Happening.Restored restored) {
    return restored.withdrew()
        && restored.snapshot() == null
        && isHad(evidence, restored.key(), restored.local());
  }

  /** A state that the server has, or had before others changed it, needs no snapshot here. */
  private static boolean mustBeSaved(
      Evidence evidence, Happening.Overridden overridden, @Nullable ItemAnswer answer) {
    Document lost = overridden.lost();
    boolean told =
        answer != null
            && answer.status() != SyncStatus.CONFLICT
            && Objects.equals(answer.data(), lost);
    return !told && !isHad(evidence, overridden.key(), lost);
  }

  /** Whether it was on the record's own chain, be it before a backup took the place of that. */
  private static boolean isHad(Evidence evidence, RecordKey key, @Nullable Document state) {
    return Stream.of(evidence.ledger().history(key), evidence.ledger().takenBack(key))
        .flatMap(Set::stream)
        .filter(revision -> !revision.beside())
        .anyMatch(revision -> Objects.equals(revision.written().state().data(), state));
  }
}
