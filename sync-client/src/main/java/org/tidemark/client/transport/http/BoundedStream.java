package org.tidemark.client.transport.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/** A stream that fails once it has given more than it may, or once nobody wants it any more. */
final class BoundedStream extends FilterInputStream {

  private final BooleanSupplier unwanted;
  private long left;

  /**
   * @param unwanted asked after each read: an answer that comes drop by drop never keeps silent
   */
  BoundedStream(InputStream in, long most, BooleanSupplier unwanted) {
    super(in);
    this.left = most;
    this.unwanted = unwanted;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int bytes) throws IOException {
    if (unwanted.getAsBoolean()) {
      throw new IOException("the client was closed");
    }
    left -= bytes;
    if (left < 0) {
      throw new IOException("the answer is too long");
    }
  }
}
