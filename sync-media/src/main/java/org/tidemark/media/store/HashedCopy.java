package org.tidemark.media.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.tidemark.core.media.ImageHeaders;

/** Passes bytes on, counts and hashes them, and remembers the first ones; memory is constant. */
final class HashedCopy {
  static final int BUFFER_BYTES = 128 << 10;

  private final Sha256 sha256 = new Sha256();
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final int headBytes;
  private long copied;

  private HashedCopy(int headBytes) {
    this.headBytes = headBytes;
  }

  /** For a part, of which nobody asks for the first bytes. */
  static HashedCopy ofPart() {
    return new HashedCopy(0);
  }

  /** For a whole file, whose first bytes tell what it is. */
  static HashedCopy ofFile() {
    return new HashedCopy(ImageHeaders.HEAD_BYTES);
  }

  /**
   * Passes on what comes, but not more than one buffer beyond the most that is allowed.
   *
   * @throws BodyBroken when what comes cannot be read; any other IOException is of the writing
   */
  void pass(InputStream from, OutputStream to, long mostBytes) throws IOException {
    long before = copied;
    int read;
    do {
      read = fill(from);
      sha256.update(buffer, read);
      to.write(buffer, 0, read);
      remember(read);
      copied += read;
    } while (read == BUFFER_BYTES && copied - before <= mostBytes);
  }

  private int fill(InputStream from) throws BodyBroken {
    try {
      return from.readNBytes(buffer, 0, BUFFER_BYTES);
    } catch (IOException e) {
      throw new BodyBroken(e);
    }
  }

  private void remember(int read) {
    int room = headBytes - head.size();
    if (room > 0) {
      head.write(buffer, 0, Math.min(room, read));
    }
  }

  long copied() {
    return copied;
  }

  byte[] head() {
    return head.toByteArray();
  }

  String sha256() {
    return sha256.hex();
  }
}
