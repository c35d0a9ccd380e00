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

/** Passes everything on; who stands in between overrides what they note or break. */
public class PassingTransport implements Transport {
  protected final Transport next;

  protected PassingTransport(Transport next) {
    this.next = next;
  }

  @Override
  public PushAnswer push(PushRequest request) throws TransportException {
    return next.push(request);
  }

  @Override
  public PullPage pull(PullRequest request) throws TransportException {
    return next.pull(request);
  }

  @Override
  public ItemAnswer resolveConflict(ResolveRequest request) throws TransportException {
    return next.resolveConflict(request);
  }

  @Override
  public List<PolicyAnswer> policies() throws TransportException {
    return next.policies();
  }

  @Override
  public List<SpaceGrant> spaces() throws TransportException {
    return next.spaces();
  }

  @Override
  public void listen(Runnable onChange) throws TransportException {
    next.listen(onChange);
  }

  @Override
  public void close() {
    next.close();
  }
}
