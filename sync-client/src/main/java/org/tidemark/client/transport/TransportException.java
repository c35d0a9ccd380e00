package org.tidemark.client.transport;

/** A request that brought no usable answer; says how. */
public final class TransportException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient TransportFailure failure;

  public TransportException(TransportFailure failure) {
    super(failure.toString());
    this.failure = failure;
  }

  public TransportException(TransportFailure failure, Throwable cause) {
    super(failure.toString(), cause);
    this.failure = failure;
  }

  public TransportFailure failure() {
    return failure;
  }
}
