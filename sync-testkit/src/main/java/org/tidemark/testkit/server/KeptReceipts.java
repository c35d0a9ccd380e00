package org.tidemark.testkit.server;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;

/** Receipts in memory. */
public final class KeptReceipts implements ReceiptBook {
  private final Map<Name, Receipt> receipts = new LinkedHashMap<>();
  private final Map<ClientId, Long> forgotten = new HashMap<>();

  private record Name(ClientId client, MutationId mutation) {}

  @Override
  public @Nullable Receipt answering(ClientId client, MutationId mutation) {
    return receipts.get(new Name(client, mutation));
  }

  @Override
  public @Nullable Receipt named(ClientId client, MutationId mutation) {
    return receipts.get(new Name(client, mutation));
  }

  @Override
  public void keep(Receipt receipt) {
    receipts.put(new Name(receipt.clientId(), receipt.mutationId()), receipt);
  }

  @Override
  public void removeExpired(Instant now) {
    for (Iterator<Receipt> all = receipts.values().iterator(); all.hasNext(); ) {
      Receipt receipt = all.next();
      if (receipt.expiresAt().isAfter(now)) {
        continue;
      }
      all.remove();
      Long sequence = receipt.sequence();
      if (sequence != null) {
        forgotten.merge(receipt.clientId(), sequence, Math::max);
      }
    }
  }

  @Override
  public @Nullable Long highestForgotten(ClientId client) {
    return forgotten.get(client);
  }

  @Override
  public Runnable backup() {
    Map<Name, Receipt> receiptsThen = new LinkedHashMap<>(receipts);
    Map<ClientId, Long> forgottenThen = new HashMap<>(forgotten);
    return () -> {
      receipts.clear();
      receipts.putAll(receiptsThen);
      forgotten.clear();
      forgotten.putAll(forgottenThen);
    };
  }
}
