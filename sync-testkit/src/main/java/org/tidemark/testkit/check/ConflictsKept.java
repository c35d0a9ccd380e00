package org.tidemark.testkit.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tidemark.client.transport.ConflictAnswer;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.testkit.ledger.Evidence;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Standing;
import org.tidemark.testkit.server.StoredConflict;

/**
 * No conflict vanishes: the server has every one that it ever told of, the client knows every one
 * that it has noted, and both agree on what is open.
 *
 * <p>A server that was restored from a backup has lost what came after that, and a person may give
 * up what is open in a space that was lost.
 *
 * <p>A conflict whose answer never arrived, and was forgotten with its receipt, is open at the
 * server alone, where the console shows it.
 */
final class ConflictsKept implements Check {

  /** A client forgets a closed conflict after 90 days of its own clock. */
  private static final Duration KEPT = Duration.ofDays(85);

  private static final Set<String> DECISIONS =
      Stream.of(Resolution.values()).map(Enum::name).collect(Collectors.toSet());

  @Override
  public String name() {
    return "conflicts kept";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    List<String> findings = new ArrayList<>();
    Map<String, StoredConflict> stored = new HashMap<>();
    Instant restoredAt = evidence.ledger().restoredAt();
    for (StoredConflict conflict : evidence.server().conflicts()) {
      if (restoredAt == null || conflict.detectedAt().isAfter(restoredAt)) {
        stored.put(conflict.id(), conflict);
      }
    }
    Set<String> givenUp = new HashSet<>();
    evidence
        .ledger()
        .all(Happening.ConflictGivenUp.class)
        .forEach(one -> givenUp.add(one.conflict()));
    for (Standing device : evidence.devices()) {
      Map<String, RecordKey> noted = noted(evidence, device.device());
      noted.keySet().removeAll(givenUp);
      Set<String> told = told(evidence, device, noted, stored, findings);
      open(device, told, stored, findings);
      if (restoredAt == null) {
        known(device, stored, findings);
      }
    }
    return new Verdict(findings, stored.size());
  }

  /** The conflicts that the device has noted; finds those that it knows no more. */
  private static Set<String> told(
      Evidence evidence,
      Standing device,
      Map<String, RecordKey> noted,
      Map<String, StoredConflict> stored,
      List<String> findings) {
    noted.forEach(
        (id, key) -> {
          StoredConflict known = stored.get(id);
          if (known == null) {
            if (evidence.ledger().restoredAt() == null) {
              findings.add("the server has lost " + id);
            }
            return;
          }
          StoredConflict.Closed closed = known.closed();
          boolean old = closed != null && closed.at().isBefore(evidence.now().minus(KEPT));
          if (!old && device.spaces().contains(key.space()) && !device.told().contains(id)) {
            findings.add("device " + device.device() + " has lost " + id + " of " + key);
          }
        });
    return noted.keySet();
  }

  /** What arrived and became durable, before the power failed or the disk was full. */
  private static Map<String, RecordKey> noted(Evidence evidence, int device) {
    Map<String, RecordKey> noted = new HashMap<>();
    Map<String, RecordKey> arrived = new HashMap<>();
    for (Happening happening : evidence.ledger().sinceRestored(Happening.class)) {
      if (happening.device() != device) {
        continue;
      }
      if (happening instanceof Happening.Delivered delivered) {
        ConflictAnswer conflict = delivered.answer().conflict();
        if (conflict != null) {
          arrived.put(conflict.conflictId(), delivered.key());
        }
      } else if (happening instanceof Happening.Wrote wrote && wrote.write().equals("mark")) {
        noted.putAll(arrived);
        arrived.clear();
      } else if (happening instanceof Happening.PulledFrom) {
        arrived.clear();
      }
    }
    return noted;
  }

  private static void open(
      Standing device,
      Set<String> told,
      Map<String, StoredConflict> stored,
      List<String> findings) {
    for (StoredConflict conflict : stored.values()) {
      RecordKey key = conflict.key();
      if (!conflict.clientId().equals(device.client()) || !device.spaces().contains(key.space())) {
        continue;
      }
      boolean decided =
          device.outbox().stream()
              .anyMatch(item -> item.key().equals(key) && DECISIONS.contains(item.kind()));
      boolean shown = device.openConflicts().containsKey(conflict.id());
      if (conflict.isOpen() && told.contains(conflict.id()) && !shown && !decided) {
        findings.add(conflict.id() + " of " + key + " is open, and its device shows it not");
      }
      if (!conflict.isOpen() && shown) {
        findings.add(conflict.id() + " of " + key + " is closed, and its device shows it");
      }
    }
  }

  private static void known(
      Standing device, Map<String, StoredConflict> stored, List<String> findings) {
    for (String id : device.openConflicts().keySet()) {
      if (!stored.containsKey(id)) {
        findings.add("device " + device.device() + " shows " + id + ", which nobody knows");
      }
    }
  }
}
