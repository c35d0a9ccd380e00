package org.tidemark.testkit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.ledger.Evidence;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.world.Catalogue;

/** A counter is the exact sum of the steps that people took with it. */
final class ExactSums implements Check {

  @Override
  public String name() {
    return "exact sums";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    Untroubled untroubled = new Untroubled(evidence);
    Map<RecordKey, Long> expected = new TreeMap<>();
    for (Happening.Acted acted : evidence.ledger().all(Happening.Acted.class)) {
      RecordKey key = acted.key();
      if (key.type().value().equals("counter")
          && key.id().equals(Catalogue.PURE)
          && untroubled.holds(key)) {
        expected.merge(key, count(acted.made()) - count(acted.saw()), Long::sum);
      }
    }
    List<String> findings = new ArrayList<>();
    expected.forEach(
        (key, sum) -> {
          long found =
              evidence.server().record(key).map(record -> count(record.state().data())).orElse(0L);
          if (found != sum) {
            findings.add(key + " is " + found + ", and the steps add up to " + sum);
          }
        });
    return new Verdict(findings, expected.size());
  }

  private static long count(@Nullable Document document) {
    return document != null && document.json().get("count") instanceof JsonNumber number
        ? number.value().longValueExact()
        : 0;
  }
}
