package org.tidemark.testkit.check;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.testkit.ledger.Evidence;
import org.tidemark.testkit.ledger.Happening;

/**
 * No byte is sent again that the device was told is there, by an answer or by what the server has:
 * not after a lost connection, not after a crash.
 */
final class PartsOnce implements Check {

  @Override
  public String name() {
    return "parts once";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    List<String> findings = new ArrayList<>();
    List<Happening.PartSent> parts = evidence.ledger().all(Happening.PartSent.class);
    for (Happening.PartSent part : parts) {
      if (part.known()) {
        findings.add(
            "device %d sent part %d of %s again, %d bytes that it knew were there"
                .formatted(part.device(), part.number(), part.uploadId(), part.bytes()));
      }
    }
    return new Verdict(findings, parts.size());
  }
}
