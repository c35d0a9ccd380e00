package org.tidemark.testkit.planted;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.testkit.server.KeptReceipts;
import org.tidemark.testkit.server.Receipt;
import org.tidemark.testkit.server.ReceiptBook;
import org.tidemark.testkit.world.Composition;

/** The server keeps receipts, but never looks whether a mutation has one. */
final class UncheckedReceipts implements Composition {

  @Override
  public ReceiptBook receipts() {
    return new Unchecked(new KeptReceipts());
  }

  private record Unchecked(ReceiptBook kept) implements ReceiptBook {
    @Override
    public @Nullable Receipt answering(ClientId client, MutationId mutation) {
      return null;
    }

    @Override
    public @Nullable Receipt named(ClientId client, MutationId mutation) {
      return kept.named(client, mutation);
    }

    @Override
    public void keep(Receipt receipt) {
      kept.keep(receipt);
    }

    @Override
    public void removeExpired(Instant now) {
      kept.removeExpired(now);
    }

    @Override
    public @Nullable Long highestForgotten(ClientId client) {
      return kept.highestForgotten(client);
    }

    @Override
    public Runnable backup() {
      return kept.backup();
    }
  }
}
