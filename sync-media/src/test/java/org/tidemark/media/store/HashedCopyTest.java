package org.tidemark.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class HashedCopyTest {
  private static final byte[] FILE = MediaStoreContract.random(300_000);

  @Test
  void pass_copiesCountsAndHashes() throws IOException {
    HashedCopy copy = HashedCopy.ofFile(Runnable::run);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    copy.pass(new ByteArrayInputStream(FILE), out, FILE.length);

    assertThat(out.toByteArray()).isEqualTo(FILE);
    assertThat(copy.copied()).isEqualTo(FILE.length);
    assertThat(copy.sha256()).isEqualTo(MediaStoreContract.sha256(FILE));
    assertThat(copy.head()).isEqualTo(FILE);
  }

  @Test
  void pass_moreThanAllowed_stopsSoon() throws IOException {
    HashedCopy copy = HashedCopy.ofPart(Runnable::run);
    copy.pass(new ByteArrayInputStream(FILE), OutputStream.nullOutputStream(), 10);

    assertThat(copy.copied()).isGreaterThan(10).isLessThan(FILE.length);
  }

  /** The one is the sender's trouble, the other the server's. */
  @Test
  void pass_bodyThatBreaks_isNotADiskThatIsFull() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThatThrownBy(
            () ->
                HashedCopy.ofPart(Runnable::run).pass(broken, OutputStream.nullOutputStream(), 10))
        .isInstanceOf(BodyBroken.class);
    assertThatThrownBy(
            () ->
                HashedCopy.ofPart(Runnable::run)
                    .pass(new ByteArrayInputStream(FILE), full, FILE.length))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(BodyBroken.class);
  }
}
