package org.tidemark.testkit.world;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ClosedConflict;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PullPage;
import org.tidemark.client.transport.PullRequest;
import org.tidemark.client.transport.PushAnswer;
import org.tidemark.client.transport.PushRequest;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Ledger;

/** The client's side of a device's network: notes what the client sent and what arrived. */
final class ClientDoor extends PassingTransport {
  private final int device;
  private final Ledger ledger;
  private final Function<String, @Nullable RecordKey> keyOfConflict;

  ClientDoor(
      int device,
      Transport network,
      Ledger ledger,
      Function<String, @Nullable RecordKey> keyOfConflict) {
    super(network);
    this.device = device;
    this.ledger = ledger;
    this.keyOfConflict = keyOfConflict;
  }

  @Override
  public PushAnswer push(PushRequest request) throws TransportException {
    PushAnswer answer;
    try {
      answer = next.push(request);
    } catch (TransportException e) {
      throw noted(request.clientId(), e);
    }
    Map<MutationId, RecordKey> keys = new HashMap<>();
    for (Mutation mutation : request.mutations()) {
      keys.put(mutation.id(), mutation.key());
    }
    for (ItemAnswer item : answer.results()) {
      RecordKey key = keys.get(item.mutationId());
      if (key != null) {
        ledger.add(new Happening.Delivered(device, request.clientId(), key, item));
      }
    }
    return answer;
  }

  @Override
  public PullPage pull(PullRequest request) throws TransportException {
    ledger.add(new Happening.PulledFrom(device, request.clientId(), request.cursor()));
    try {
      PullPage page = next.pull(request);
      for (ClosedConflict closed : page.resolvedConflicts()) {
        ledger.add(new Happening.ConflictEnded(device, closed));
      }
      return page;
    } catch (TransportException e) {
      throw noted(request.clientId(), e);
    }
  }

  private TransportException noted(ClientId client, TransportException e) {
    if (e.failure() instanceof TransportFailure.Refused refused) {
      ledger.add(new Happening.Refused(device, client, refused.error().code()));
    }
    return e;
  }

  @Override
  public ItemAnswer resolveConflict(ResolveRequest request) throws TransportException {
    ItemAnswer answer = next.resolveConflict(request);
    RecordKey key = keyOfConflict.apply(request.conflictId());
    if (key != null) {
      ledger.add(new Happening.Delivered(device, request.clientId(), key, answer));
    }
    return answer;
  }
}
