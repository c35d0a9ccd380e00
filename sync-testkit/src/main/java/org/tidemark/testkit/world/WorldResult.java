package org.tidemark.testkit.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a world.
 *
 * @param hash of everything that happened: the same seed gives the same
 * @param findings what the checkers found; nothing: all is well
 * @param looked how many cases each checker had to look at
 * @param met how often each kind of thing happened
 */
public record WorldResult(
    long seed,
    String hash,
    List<String> findings,
    Map<String, Integer> looked,
    Map<String, Integer> met,
    List<String> trace) {
  private static final int LAST = 400;

  public WorldResult {
    findings = Collections.unmodifiableList(new ArrayList<>(findings));
    looked = Collections.unmodifiableMap(new TreeMap<>(looked));
    met = Collections.unmodifiableMap(new TreeMap<>(met));
    trace = Collections.unmodifiableList(new ArrayList<>(trace));
  }

  public boolean isSound() {
    return findings.isEmpty();
  }

  /** What a person needs to find the defect: the seed, the findings, the end of the trace. */
  public String story() {
    int from = Math.max(0, trace.size() - LAST);
    return "seed "
        + seed
        + ", trace "
        + hash
        + "\n"
        + String.join("\n", findings)
        + "\n\nthe last of "
        + trace.size()
        + " lines:\n"
        + String.join("\n", trace.subList(from, trace.size()));
  }
}
