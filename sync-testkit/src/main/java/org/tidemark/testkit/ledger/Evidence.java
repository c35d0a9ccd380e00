package org.tidemark.testkit.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tidemark.testkit.server.ModelServer;

/**
 * What a checker judges by.
 *
 * @param now the true time
 */
public record Evidence(ModelServer server, Ledger ledger, List<Standing> devices, Instant now) {

  public Evidence {
    devices = Collections.unmodifiableList(new ArrayList<>(devices));
  }
}
