package org.tidemark.client.upload;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.tidemark.client.transfer.Part;
import org.tidemark.client.transport.media.PartBody;

/** A part of a copy, read from the disk as it is sent. */
final class PartBytes implements PartBody {

  private final Path copy;
  private final Part part;
  private final Progress progress;
  private final BooleanSupplier stopped;
  private long read;

  /**
   * @param stopped whether somebody wants the sending to end now
   */
  PartBytes(Path copy, Part part, Progress progress, BooleanSupplier stopped) {
    this.copy = copy;
    this.part = part;
    this.progress = progress;
    this.stopped = stopped;
  }

  @Override
  public InputStream open() throws IOException {
    takeBack();
    FileInputStream file = new FileInputStream(copy.toFile());
    try {
      file.getChannel().position(part.offset());
    } catch (IOException e) {
      file.close();
      throw e;
    }
    return new Piece(file);
  }

  /** What was read has not arrived. */
  void takeBack() {
    progress.add(-read);
    read = 0;
  }

  /** The part's bytes and no more. */
  private final class Piece extends InputStream {

    private final InputStream file;

    Piece(InputStream file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (stopped.getAsBoolean()) {
        throw new IOException("the upload was stopped");
      }
      long left = part.sizeBytes() - read;
      if (left == 0) {
        return -1;
      }
      int got = file.read(bytes, offset, (int) Math.min(length, left));
      if (got < 0) {
        throw new IOException("the copy is shorter than it was");
      }
      read += got;
      progress.add(got);
      return got;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
