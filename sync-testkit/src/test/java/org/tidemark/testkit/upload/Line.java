package org.tidemark.testkit.upload;

import java.util.List;
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
import org.tidemark.testkit.server.ModelServer;

/** The way of the data, which can be cut. As with files, the model has one request at a time. */
final class Line implements Transport {
  private final ModelServer model;
  private final Transport server;
  private volatile @Nullable TransportFailure down;

  Line(ModelServer model) {
    this.model = model;
    this.server = model.as("ana");
  }

  void down(@Nullable TransportFailure failure) {
    down = failure;
  }

  private Transport open() throws TransportException {
    TransportFailure failure = down;
    if (failure != null) {
      throw new TransportException(failure);
    }
    return server;
  }

  @Override
  public PushAnswer push(PushRequest request) throws TransportException {
    synchronized (model) {
      return open().push(request);
    }
  }

  @Override
  public PullPage pull(PullRequest request) throws TransportException {
    synchronized (model) {
      return open().pull(request);
    }
  }

  @Override
  public ItemAnswer resolveConflict(ResolveRequest request) throws TransportException {
    synchronized (model) {
      return open().resolveConflict(request);
    }
  }

  @Override
  public List<PolicyAnswer> policies() throws TransportException {
    synchronized (model) {
      return open().policies();
    }
  }

  @Override
  public List<SpaceGrant> spaces() throws TransportException {
    synchronized (model) {
      return open().spaces();
    }
  }

  @Override
  public void listen(Runnable onChange) throws TransportException {
    open().listen(onChange);
  }

  @Override
  public void close() {}
}
