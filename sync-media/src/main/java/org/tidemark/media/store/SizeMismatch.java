package org.tidemark.media.store;

/** A body ended early or went on beyond what was agreed; nothing of it was kept. */
public final class SizeMismatch extends Exception {
  private static final long serialVersionUID = 1L;

  private final long receivedBytes;

  public SizeMismatch(long receivedBytes) {
    super(receivedBytes + " bytes came", null, false, false);
    this.receivedBytes = receivedBytes;
  }

  public long receivedBytes() {
    return receivedBytes;
  }
}
