package org.tidemark.testkit.world;

import java.util.List;
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
import org.tidemark.core.mutation.Mutation;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Ledger;

/** The server's side of a device's network: notes what the server was asked and answered. */
final class ServerDoor implements Transport {
  private final int device;
  private final Transport server;
  private final Ledger ledger;

  ServerDoor(int device, Transport server, Ledger ledger) {
    this.device = device;
    this.server = server;
    this.ledger = ledger;
  }

  @Override
  public PushAnswer push(PushRequest request) throws TransportException {
    PushAnswer answer = server.push(request);
    List<Mutation> mutations = request.mutations();
    for (int i = 0; i < mutations.size(); i++) {
      ledger.add(
          new Happening.Answered(
              device, request.clientId(), mutations.get(i), answer.results().get(i)));
    }
    return answer;
  }

  @Override
  public PullPage pull(PullRequest request) throws TransportException {
    return server.pull(request);
  }

  @Override
  public ItemAnswer resolveConflict(ResolveRequest request) throws TransportException {
    return server.resolveConflict(request);
  }

  @Override
  public List<PolicyAnswer> policies() throws TransportException {
    return server.policies();
  }

  @Override
  public List<SpaceGrant> spaces() throws TransportException {
    return server.spaces();
  }

  @Override
  public void listen(Runnable onChange) throws TransportException {
    server.listen(onChange);
  }

  @Override
  public void close() {}
}
