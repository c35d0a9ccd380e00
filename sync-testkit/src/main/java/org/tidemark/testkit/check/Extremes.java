package org.tidemark.testkit.check;

import java.math.BigDecimal;
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

/** A gauge holds the largest and the smallest value that anybody measured. */
final class Extremes implements Check {

  @Override
  public String name() {
    return "extremes";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    Untroubled untroubled = new Untroubled(evidence);
    Map<RecordKey, BigDecimal> highest = new TreeMap<>();
    Map<RecordKey, BigDecimal> lowest = new TreeMap<>();
    for (Happening.Acted acted : evidence.ledger().all(Happening.Acted.class)) {
      RecordKey key = acted.key();
      if (key.type().value().equals("gauge")
          && key.id().equals(Catalogue.PURE)
          && untroubled.holds(key)) {
        BigDecimal high = number(acted.made(), "high");
        BigDecimal low = number(acted.made(), "low");
        if (high != null && low != null) {
          highest.merge(key, high, BigDecimal::max);
          lowest.merge(key, low, BigDecimal::min);
        }
      }
    }
    List<String> findings = new ArrayList<>();
    highest.forEach((key, high) -> compare(evidence, key, "high", high, findings));
    lowest.forEach((key, low) -> compare(evidence, key, "low", low, findings));
    return new Verdict(findings, highest.size());
  }

  private static void compare(
      Evidence evidence, RecordKey key, String field, BigDecimal expected, List<String> findings) {
    Document data = evidence.server().record(key).map(record -> record.state().data()).orElse(null);
    BigDecimal found = number(data, field);
    if (found == null || found.compareTo(expected) != 0) {
      findings.add(key + " has as " + field + " " + found + ", and " + expected + " was measured");
    }
  }

  private static @Nullable BigDecimal number(@Nullable Document document, String field) {
    return document != null && document.json().get(field) instanceof JsonNumber number
        ? number.value()
        : null;
  }
}
