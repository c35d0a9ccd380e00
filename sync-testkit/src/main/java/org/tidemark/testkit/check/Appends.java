package org.tidemark.testkit.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.ledger.Evidence;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.server.Revision;
import org.tidemark.testkit.world.Catalogue;

/**
 * Appended elements are neither lost nor doubled: none stands more often in any version than people
 * added it (two may undo the same removal), and a thread that only grows holds every one.
 *
 * <p>Left out is what a person sent again at the risk that the server has it already, and a server
 * that was restored from a backup: to it, versions have meant two things.
 */
final class Appends implements Check {

  @Override
  public String name() {
    return "appends";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    List<String> findings = new ArrayList<>();
    int looked = 0;
    Untroubled untroubled = new Untroubled(evidence);
    boolean restored = evidence.ledger().restoredAt() != null;
    Set<RecordKey> risked = new HashSet<>();
    Map<RecordKey, Map<String, Integer>> added = new TreeMap<>();
    for (Happening.Acted acted : evidence.ledger().all(Happening.Acted.class)) {
      if (acted.deed() == Happening.Deed.RISKED) {
        risked.add(acted.key());
      }
      if (acted.key().type().value().equals("comment_thread")) {
        Set<String> fresh = new LinkedHashSet<>(elements(acted.made()));
        fresh.removeAll(elements(acted.saw()));
        Map<String, Integer> times = added.computeIfAbsent(acted.key(), none -> new TreeMap<>());
        fresh.forEach(element -> times.merge(element, 1, Integer::sum));
      }
    }
    for (Map.Entry<RecordKey, Map<String, Integer>> thread : added.entrySet()) {
      RecordKey key = thread.getKey();
      looked++;
      if (!restored && !risked.contains(key)) {
        evidence
            .ledger()
            .history(key)
            .forEach(revision -> findDoubles(key, thread.getValue(), revision, findings));
      }
      if (key.id().equals(Catalogue.PURE) && untroubled.holds(key)) {
        Document now =
            evidence.server().record(key).map(record -> record.state().data()).orElse(null);
        Set<String> missing = new LinkedHashSet<>(thread.getValue().keySet());
        missing.removeAll(elements(now));
        missing.forEach(one -> findings.add(key + " has lost " + one));
      }
    }
    return new Verdict(findings, looked);
  }

  private static void findDoubles(
      RecordKey key, Map<String, Integer> added, Revision revision, List<String> findings) {
    List<String> elements = elements(revision.written().state().data());
    for (String element : new LinkedHashSet<>(elements)) {
      int times = Collections.frequency(elements, element);
      if (times > Math.max(1, added.getOrDefault(element, 1))) {
        int version = revision.written().state().version();
        findings.add("%s version %d holds %s %d times".formatted(key, version, element, times));
      }
    }
  }

  /** The elements by name: an object's id, or a plain value. */
  private static List<String> elements(@Nullable Document document) {
    List<String> names = new ArrayList<>();
    if (document != null && document.json().get("comments") instanceof JsonArray array) {
      for (Json element : array.elements()) {
        Json name = element instanceof JsonObject object ? object.get("id") : element;
        if (name instanceof JsonString text) {
          names.add(text.value());
        }
      }
    }
    return names;
  }
}
