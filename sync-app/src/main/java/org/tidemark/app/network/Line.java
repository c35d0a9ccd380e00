package org.tidemark.app.network;

import java.util.List;
import java.util.function.Supplier;
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

/**
 * The way to the server while the switch is on; off, it is what a phone in a tunnel has. The live
 * channel then waits for the switch, so that notices come again as soon as it is turned on.
 */
public final class Line implements Transport {

  private final Switch network;
  private final Supplier<Transport> connecting;
  private volatile Transport connected;
  private volatile boolean closed;

  /**
   * @param connecting makes the way anew: one that was cut is of no more use
   */
  public Line(Switch network, Supplier<Transport> connecting) {
    this.network = network;
    this.connecting = connecting;
    this.connected = connecting.get();
    network.cutBy(this::cut);
  }

  static TransportException offline() {
    return new TransportException(
        new TransportFailure.NoAnswer("this copy was switched to offline"));
  }

  private synchronized void cut() {
    Transport before = connected;
    if (!closed) {
      connected = connecting.get();
    }
    before.close();
  }

  private Transport open() throws TransportException {
    if (!network.isOn()) {
      throw offline();
    }
    return connected;
  }

  @Override
  public PushAnswer push(PushRequest request) throws TransportException {
    return open().push(request);
  }

  @Override
  public PullPage pull(PullRequest request) throws TransportException {
    return open().pull(request);
  }

  @Override
  public ItemAnswer resolveConflict(ResolveRequest request) throws TransportException {
    return open().resolveConflict(request);
  }

  @Override
  public List<PolicyAnswer> policies() throws TransportException {
    return open().policies();
  }

  @Override
  public List<SpaceGrant> spaces() throws TransportException {
    return open().spaces();
  }

  @Override
  public void listen(Runnable onChange) throws TransportException {
    try {
      network.awaitOn();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw offline();
    }
    // What happened while it was off was announced to nobody.
    onChange.run();
    open().listen(onChange);
  }

  @Override
  public synchronized void close() {
    closed = true;
    connected.close();
  }
}
