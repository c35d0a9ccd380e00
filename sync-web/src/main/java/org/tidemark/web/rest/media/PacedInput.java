package org.tidemark.web.rest.media;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.tidemark.server.failure.Failures;
import org.tidemark.web.http.Bodies;
import org.tidemark.web.http.Pace;

/** A body that must keep with a pace; one that does not ends with an exception. */
final class PacedInput extends ServletInputStream {
  private final ServletInputStream in;
  private final Pace pace;

  PacedInput(ServletInputStream in, Pace pace) {
    this.in = in;
    this.pace = pace;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = Bodies.read(in, bytes, from, length);
    check(Math.max(read, 0));
    return read;
  }

  private void check(int came) {
    if (!pace.isKeptWith(came)) {
      throw Failures.bodyTooSlow();
    }
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public boolean isFinished() {
    return in.isFinished();
  }

  @Override
  public boolean isReady() {
    return in.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    in.setReadListener(listener);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
