package org.tidemark.cli;

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
import org.tidemark.client.transport.TransportFailure;

/** The way from the office to the server, which can be cut, or refuse every token. */
final class Wire implements Transport {

  private final Office office;
  private final Transport server;

  Wire(Office office, Transport server) {
    this.office = office;
    this.server = server;
  }

  private Transport reached() throws TransportException {
    if (!office.online) {
      throw new TransportException(new TransportFailure.NoAnswer("no network"));
    }
    if (office.foreign) {
      throw new TransportException(new TransportFailure.HttpStatus(404, null, "<html>"));
    }
    if (office.refusing) {
      throw new TransportException(new TransportFailure.HttpStatus(401, null, "", "request-7"));
    }
    return server;
  }

  @Override
  public PushAnswer push(PushRequest request) throws TransportException {
    if (office.losingPushes) {
      throw new TransportException(new TransportFailure.NoAnswer("lost on the way"));
    }
    return reached().push(request);
  }

  @Override
  public PullPage pull(PullRequest request) throws TransportException {
    return reached().pull(request);
  }

  @Override
  public ItemAnswer resolveConflict(ResolveRequest request) throws TransportException {
    return reached().resolveConflict(request);
  }

  @Override
  public List<PolicyAnswer> policies() throws TransportException {
    return reached().policies();
  }

  @Override
  public List<SpaceGrant> spaces() throws TransportException {
    return reached().spaces();
  }

  @Override
  public void listen(Runnable onChange) throws TransportException {
    reached().listen(onChange);
  }

  @Override
  public void close() {}
}
