package org.tidemark.testkit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.ledger.Evidence;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Happening.Deed;
import org.tidemark.testkit.ledger.Standing;
import org.tidemark.testkit.server.Revision;

/**
 * No edit is lost.
 *
 * <p>What the server accepted is in its state, its history or a conflict. What a person wrote is
 * there too, or still on the device: shown, queued or in a snapshot; unless the same person took it
 * out again on that device by an edit. What was accepted before the server was restored from a
 * backup may be lost with it; what still waited on a device then may not.
 */
final class NothingLost implements Check {

  @Override
  public String name() {
    return "nothing lost";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    Set<String> atServer = atServer(evidence);
    List<String> findings = new ArrayList<>();
    int looked = 0;
    Map<String, MutationId> accepted =
        accepted(
            evidence.ledger().sinceRestored(Happening.Answered.class),
            evidence.ledger().sinceRestored(Happening.Decided.class));
    Set<String> lostWithTheServer =
        accepted(
                evidence.ledger().beforeRestored(Happening.Answered.class),
                evidence.ledger().beforeRestored(Happening.Decided.class))
            .keySet();
    looked += accepted.size();
    accepted.forEach(
        (token, mutation) -> {
          if (!atServer.contains(token)) {
            findings.add(
                "the server accepted %s with mutation %s and has it no more"
                    .formatted(token, mutation));
          }
        });
    Map<Integer, Set<String>> onDevice = new HashMap<>();
    evidence.devices().forEach(device -> onDevice.put(device.device(), onDevice(device)));
    Map<Place, Set<String>> takenOut = takenOut(evidence);
    for (Happening.Acted acted : written(evidence)) {
      Place place = new Place(acted.device(), acted.key());
      for (String token : Tokens.inOnly(acted.made(), acted.saw())) {
        looked++;
        boolean kept =
            atServer.contains(token)
                || lostWithTheServer.contains(token)
                || onDevice.getOrDefault(acted.device(), Set.of()).contains(token)
                || takenOut.getOrDefault(place, Set.of()).contains(token);
        if (!kept) {
          findings.add(
              "device %d wrote %s into %s, and it is nowhere"
                  .formatted(acted.device(), token, acted.key()));
        }
      }
    }
    return new Verdict(findings, looked);
  }

  /** What people did on devices, and what was done at the server that it has not lost since. */
  private static List<Happening.Acted> written(Evidence evidence) {
    List<Happening.Acted> written =
        new ArrayList<>(evidence.ledger().beforeRestored(Happening.Acted.class));
    written.removeIf(acted -> acted.device() < 0);
    written.addAll(evidence.ledger().sinceRestored(Happening.Acted.class));
    return written;
  }

  /** The tokens of every mutation and decision that was not refused. */
  private static Map<String, MutationId> accepted(
      List<Happening.Answered> answered, List<Happening.Decided> decided) {
    Map<String, MutationId> accepted = new LinkedHashMap<>();
    for (Happening.Answered one : answered) {
      if (one.answer().status() != SyncStatus.REJECTED) {
        Tokens.in(one.mutation().data())
            .forEach(token -> accepted.putIfAbsent(token, one.mutation().id()));
      }
    }
    for (Happening.Decided one : decided) {
      if (one.answer().status() == SyncStatus.APPLIED) {
        Tokens.in(one.request().data())
            .forEach(token -> accepted.putIfAbsent(token, one.request().mutationId()));
      }
    }
    return accepted;
  }

  private record Place(int device, RecordKey key) {}

  private static Set<String> atServer(Evidence evidence) {
    Set<String> tokens = new HashSet<>();
    for (RecordKey key : evidence.server().records().keySet()) {
      for (Revision revision : evidence.ledger().history(key)) {
        tokens.addAll(Tokens.in(revision.written().state().data()));
      }
    }
    evidence
        .server()
        .conflicts()
        .forEach(conflict -> tokens.addAll(Tokens.in(conflict.conflict().clientData())));
    return tokens;
  }

  private static Set<String> onDevice(Standing device) {
    Set<String> tokens = new HashSet<>();
    device.records().values().forEach(view -> tokens.addAll(Tokens.in(view.data())));
    device.outbox().forEach(item -> tokens.addAll(Tokens.in(item.data())));
    device.snapshots().forEach(snapshot -> tokens.addAll(Tokens.in(snapshot.data())));
    return tokens;
  }

  private static Map<Place, Set<String>> takenOut(Evidence evidence) {
    Map<Place, Set<String>> tokens = new HashMap<>();
    for (Happening happening : evidence.ledger().all()) {
      if (happening instanceof Happening.Acted acted
          && (acted.deed() == Deed.EDITED || acted.deed() == Deed.DELETED)) {
        take(tokens, acted.device(), acted.key(), acted.saw(), acted.made());
      } else if (happening instanceof Happening.Replaced replaced) {
        take(tokens, replaced.device(), replaced.key(), replaced.before(), replaced.after());
      }
    }
    return tokens;
  }

  private static void take(
      Map<Place, Set<String>> tokens,
      int device,
      RecordKey key,
      @Nullable Document before,
      @Nullable Document after) {
    tokens
        .computeIfAbsent(new Place(device, key), none -> new HashSet<>())
        .addAll(Tokens.inOnly(before, after));
  }
}
