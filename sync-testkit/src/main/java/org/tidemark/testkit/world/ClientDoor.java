package org.tidemark.testkit.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PolicyAnswer;
import org.tidemark.client.transport.PullPage;
import org.tidemark.client.transport.PullRequest;
import org.tidemark.client.transport.PushAnswer;
import org.tidemark.client.transport.PushRequest;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.client.transport.SpaceGrant;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Ledger;

/** The client's side of a device's network: notes what the client sent and what arrived. */
final class ClientDoor implements Transport {
  private final int device;
  private final Transport network;
  private final Ledger ledger;
  private final Function<String, @Nullable RecordKey> keyOfConflict;

  ClientDoor(
      int device,
      Transport network,
      Ledger ledger,
      Function<String, @Nullable RecordKey> keyOfConflict) {
    this.device = device;
    this.network = network;
    this.ledger = ledger;
    this.keyOfConflict = keyOfConflict;
  }

  @Override
  public PushAnswer push(PushRequest request) throws TransportException {
    PushAnswer answer = network.push(request);
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
      return network.pull(request);
    } catch (TransportException e) {
      if (e.failure() instanceof TransportFailure.Refused refused
          && refused.error().code().startsWith("CURSOR_")) {
        ledger.add(new Happening.CursorRefused(device, request.clientId()));
      }
      throw e;
    }
  }

  @Override
  public ItemAnswer resolveConflict(ResolveRequest request) throws TransportException {
    ItemAnswer answer = network.resolveConflict(request);
    RecordKey key = keyOfConflict.apply(request.conflictId());
    if (key != null) {
      ledger.add(new Happening.Delivered(device, request.clientId(), key, answer));
    }
    return answer;
  }

  @Override
  public List<PolicyAnswer> policies() throws TransportException {
    return network.policies();
  }

  @Override
  public List<SpaceGrant> spaces() throws TransportException {
    return network.spaces();
  }

  @Override
  public void listen(Runnable onChange) throws TransportException {
    network.listen(onChange);
  }

  @Override
  public void close() {}
}
