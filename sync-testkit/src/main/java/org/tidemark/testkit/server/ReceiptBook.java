package org.tidemark.testkit.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;

/** Where receipts are kept. */
public interface ReceiptBook {

  /** The receipt that answers a mutation which comes again; null: it is taken for a new one. */
  @Nullable Receipt answering(ClientId client, MutationId mutation);

  /** The receipt of a mutation that a later one names; null: nothing is known of it. */
  @Nullable Receipt named(ClientId client, MutationId mutation);

  void keep(Receipt receipt);

  /** Removes those that have lived long enough. */
  void removeExpired(Instant now);

  /** The highest sequence of a client whose receipt was removed for age; null: none was. */
  @Nullable Long highestForgotten(ClientId client);

  /** Remembers what is kept now; to run it brings that back, as a restored backup does. */
  Runnable backup();
}
