package org.tidemark.testkit.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.client.record.RecordView;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.testkit.ledger.Evidence;
import org.tidemark.testkit.ledger.Standing;
import org.tidemark.testkit.server.StoredRecord;

/**
 * All replicas are as the server is, to the byte of each record: but for what still waits for a
 * person, and that must show why.
 */
final class Convergence implements Check {

  @Override
  public String name() {
    return "convergence";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    List<String> findings = new ArrayList<>();
    int looked = 0;
    for (Standing device : evidence.devices()) {
      Set<RecordKey> waiting = waiting(device);
      Set<RecordKey> keys = new HashSet<>(evidence.server().records().keySet());
      keys.addAll(device.records().keySet());
      for (RecordKey key : keys) {
        looked++;
        RecordView view = device.records().get(key);
        if (device.spaces().contains(key.space())) {
          compare(evidence, device, key, view, waiting.contains(key), findings);
        } else if (view != null && view.status() == RecordStatus.SYNCED) {
          findings.add(device.device() + " still has " + view + " of a lost space");
        }
      }
    }
    return new Verdict(findings, looked);
  }

  private static void compare(
      Evidence evidence,
      Standing device,
      RecordKey key,
      @Nullable RecordView view,
      boolean waits,
      List<String> findings) {
    if (waits) {
      if (view != null && view.status() == RecordStatus.SYNCED) {
        findings.add("device %d shows %s as synced".formatted(device.device(), view));
      }
      return;
    }
    StoredRecord stored = evidence.server().record(key).orElse(null);
    RecordState state = stored == null || stored.state().deleted() ? null : stored.state();
    if (state == null && view != null) {
      findings.add("device " + device.device() + " has " + view + ", the server has not");
    } else if (state != null && view == null) {
      findings.add("device " + device.device() + " lacks " + key + ", the server has " + state);
    } else if (state != null && view != null && !alike(state, view)) {
      findings.add("device %d has %s, the server %s".formatted(device.device(), view, state));
    }
  }

  private static boolean alike(RecordState state, RecordView view) {
    Integer version = view.version();
    return view.data().equals(state.data())
        && version != null
        && version == state.version()
        && view.updatedAt().equals(state.updatedAt())
        && view.status() == RecordStatus.SYNCED;
  }

  /** The records of which something is queued, or whose conflict is open. */
  private static Set<RecordKey> waiting(Standing device) {
    Set<RecordKey> waiting = new HashSet<>();
    device.outbox().forEach(item -> waiting.add(item.key()));
    waiting.addAll(device.openConflicts().values());
    return waiting;
  }
}
