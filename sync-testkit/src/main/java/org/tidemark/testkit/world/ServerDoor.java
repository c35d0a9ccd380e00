package org.tidemark.testkit.world;

import java.util.List;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.PushAnswer;
import org.tidemark.client.transport.PushRequest;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.core.mutation.Mutation;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Ledger;

/** The server's side of a device's network: notes what the server was asked and answered. */
final class ServerDoor extends PassingTransport {
  private final int device;
  private final Ledger ledger;

  ServerDoor(int device, Transport server, Ledger ledger) {
    super(server);
    this.device = device;
    this.ledger = ledger;
  }

  @Override
  public PushAnswer push(PushRequest request) throws TransportException {
    PushAnswer answer = next.push(request);
    List<Mutation> mutations = request.mutations();
    for (int i = 0; i < mutations.size(); i++) {
      ledger.add(
          new Happening.Answered(
              device, request.clientId(), mutations.get(i), answer.results().get(i)));
    }
    return answer;
  }

  @Override
  public ItemAnswer resolveConflict(ResolveRequest request) throws TransportException {
    ItemAnswer answer = next.resolveConflict(request);
    ledger.add(new Happening.Decided(device, request, answer));
    return answer;
  }
}
