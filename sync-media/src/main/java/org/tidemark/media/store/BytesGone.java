package org.tidemark.media.store;

/** Bytes that should be there are not: an upload must begin again, or a file is lost. */
public final class BytesGone extends Exception {
  private static final long serialVersionUID = 1L;

  public BytesGone(String what) {
    super(what, null, false, false);
  }
}
