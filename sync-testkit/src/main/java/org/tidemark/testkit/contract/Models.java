package org.tidemark.testkit.contract;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.tidemark.core.decide.Decider;
import org.tidemark.testkit.server.KeptReceipts;
import org.tidemark.testkit.server.ModelServer;
import org.tidemark.testkit.server.ModelSettings;
import org.tidemark.testkit.server.Policies;

/** Models as the contract needs them: with the demo's policies, and a fixed time. */
public final class Models {
  private Models() {}

  /** A model whose clock stands at this time. */
  public static ModelSubject at(Instant now) {
    AtomicInteger conflicts = new AtomicInteger();
    ModelServer.Parts parts =
        new ModelServer.Parts(
            new KeptReceipts(),
            Decider::decide,
            Policies.demo(),
            () -> "c-" + conflicts.incrementAndGet());
    return new ModelSubject(new ModelServer(ModelSettings.USUAL, () -> now, parts), now);
  }
}
