package org.tidemark.media.store;

/** A store cannot do now what it was asked for; the same may succeed later. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String what, Throwable cause) {
    super(what, cause);
  }
}
