package org.tidemark.testkit.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.ledger.Evidence;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.server.Revision;
import org.tidemark.testkit.server.Writer;

/**
 * No effect twice, and none that nobody wanted: a token comes into a record at most as often as
 * people have written a state of that record which holds it, and it is deleted no more often than
 * people wanted that.
 *
 * <p>A mutation carries the states of one or more such deeds, and makes one version at most.
 */
final class EffectOnce implements Check {

  /** Stands for a deletion, as a token does for what was written. */
  private static final Set<String> DELETION = Set.of("a deletion");

  @Override
  public String name() {
    return "effect once";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    Map<RecordKey, Map<String, Integer>> written = new HashMap<>();
    Document told = null;
    for (Happening happening : evidence.ledger().all()) {
      if (happening instanceof Happening.Acted acted) {
        if (writes(acted.deed())) {
          count(written, acted.key(), tokens(acted.made()));
        }
        told = acted.made();
      } else if (happening instanceof Happening.Replaced replaced) {
        Set<String> fresh = new HashSet<>(tokens(replaced.after()));
        if (replaced.told()) {
          fresh.removeAll(tokens(told));
        }
        count(written, replaced.key(), fresh);
      }
    }
    List<String> findings = new ArrayList<>();
    int looked = 0;
    for (RecordKey key : evidence.server().records().keySet()) {
      Map<String, Integer> allowed = written.getOrDefault(key, Map.of());
      Map<String, Integer> introduced = introduced(evidence, key, findings);
      looked += introduced.size();
      introduced.forEach(
          (token, times) -> {
            int most = allowed.getOrDefault(token, 0);
            if (times > most) {
              findings.add(
                  "%s came into %s %d times and was written %d times"
                      .formatted(token, key, times, most));
            }
          });
    }
    return new Verdict(findings, looked);
  }

  /** Whether what was made by a deed may come into the record once more by that. */
  private static boolean writes(Happening.Deed deed) {
    return switch (deed) {
      case EDITED, DELETED, RESTORED, SETTLED, RISKED -> true;
      case DISMISSED, RETRIED -> false;
    };
  }

  private record Name(ClientId client, MutationId mutation) {}

  private static void count(
      Map<RecordKey, Map<String, Integer>> written, RecordKey key, Set<String> made) {
    for (String token : made) {
      written.computeIfAbsent(key, none -> new HashMap<>()).merge(token, 1, Integer::sum);
    }
  }

  private static Set<String> tokens(@Nullable Document made) {
    return made == null ? DELETION : Tokens.in(made);
  }

  private static Map<String, Integer> introduced(
      Evidence evidence, RecordKey key, List<String> findings) {
    TreeMap<Integer, Revision> chain = new TreeMap<>();
    for (Revision revision : evidence.ledger().history(key)) {
      if (!revision.beside()) {
        int version = revision.written().state().version();
        Revision other = chain.put(version, revision);
        if (other != null && !other.equals(revision)) {
          findings.add(key + " has two states of version " + version);
        }
      }
    }
    Map<String, Integer> introduced = new HashMap<>();
    Set<Name> effective = new HashSet<>();
    Document before = null;
    for (Revision revision : chain.values()) {
      Writer writer = revision.written().writer();
      if (!effective.add(new Name(writer.clientId(), writer.mutationId()))) {
        findings.add("%s was changed twice by %s".formatted(key, writer));
      }
      Document now = revision.written().state().data();
      Set<String> fresh = now == null && before != null ? DELETION : Tokens.inOnly(now, before);
      fresh.forEach(token -> introduced.merge(token, 1, Integer::sum));
      before = now;
    }
    return introduced;
  }
}
