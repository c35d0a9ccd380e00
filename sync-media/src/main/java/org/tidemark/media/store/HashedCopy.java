package org.tidemark.media.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Executor;
import org.tidemark.core.media.ImageHeaders;

/** Passes bytes on, counts and hashes them, and remembers the first ones; memory is constant. */
final class HashedCopy {
  private final Hashing hashing;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private final int headBytes;
  private long copied;

  private HashedCopy(int headBytes, Executor threads) {
    this.hashing = new Hashing(threads);
    this.headBytes = headBytes;
  }

  /** For a part, of which nobody asks for the first bytes. */
  static HashedCopy ofPart(Executor threads) {
    return new HashedCopy(0, threads);
  }

  /** For a whole file, whose first bytes tell what it is. */
  static HashedCopy ofFile(Executor threads) {
    return new HashedCopy(ImageHeaders.HEAD_BYTES, threads);
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
      byte[] block = hashing.take();
      read = fill(block, from);
      to.write(block, 0, read);
      remember(block, read);
      copied += read;
      hashing.add(block, read);
    } while (read == Hashing.BLOCK_BYTES && copied - before <= mostBytes);
  }

  private static int fill(byte[] block, InputStream from) throws BodyBroken {
    try {
      return from.readNBytes(block, 0, block.length);
    } catch (IOException e) {
      throw new BodyBroken(e);
    }
  }

  private void remember(byte[] block, int read) {
    int room = headBytes - head.size();
    if (room > 0) {
      head.write(block, 0, Math.min(room, read));
    }
  }

  long copied() {
    return copied;
  }

  byte[] head() {
    return head.toByteArray();
  }

  String sha256() {
    return hashing.hex();
  }
}
