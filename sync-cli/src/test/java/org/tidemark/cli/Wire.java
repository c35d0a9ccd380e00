package org.tidemark.cli;

import java.util.List;
import java.util.function.Supplier;
import org.tidemark.client.transport.ErrorAnswer;
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
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.Rejection;

/** The way from the office to the server, which can be cut, or refuse every token. */
final class Wire implements Transport {

  private final Office office;
  private final Transport server;
  private final Supplier<String> token;

  Wire(Office office, Transport server, Supplier<String> token) {
    this.office = office;
    this.server = server;
    this.token = token;
  }

  private Transport reached() throws TransportException {
    office.beforeRequest.run();
    office.shownTokens.add(token.get());
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
    return office.refusingEdits ? refusal(request) : reached().push(request);
  }

  /** What the server says of contents that it does not take. */
  private static PushAnswer refusal(PushRequest request) {
    Rejection rejection =
        new Rejection("INVALID_DATA", ErrorCategory.VALIDATION, false, "Not so.", List.of());
    return new PushAnswer(
        request.mutations().stream()
            .map(
                mutation ->
                    new ItemAnswer(
                        mutation.id(),
                        SyncStatus.REJECTED,
                        null,
                        null,
                        false,
                        null,
                        null,
                        new ErrorAnswer(rejection, null, "office")))
            .toList(),
        request.clientTime());
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
