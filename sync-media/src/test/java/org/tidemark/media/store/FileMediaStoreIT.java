package org.tidemark.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.core.media.ReceivedPart;
import org.tidemark.media.sign.SigningKeys;
import org.tidemark.media.sign.SigningKeys.Key;
import org.tidemark.media.sign.UrlSigner;

class FileMediaStoreIT extends MediaStoreContract {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final UrlSigner SIGNER =
      new UrlSigner(
          URI.create("https://media.example/sync"),
          () -> new SigningKeys(List.of(new Key("k", new byte[32]))));

  private final Path folder;
  private final FileMediaStore store;

  FileMediaStoreIT(@TempDir Path folder) {
    this.folder = folder;
    store = FileMediaStore.open(folder, SIGNER, () -> NOW);
  }

  @Override
  MediaStore store() {
    return store;
  }

  @Test
  void partUrl_ofAFileThatIsSentWhole_bearsItsType() {
    PartUrl whole = store.partUrl(begin(10), 1, NOW, NOW.plusSeconds(60));
    assertThat(whole.method()).isEqualTo("PUT");
    assertThat(whole.headers()).isEqualTo(Map.of("Content-Type", "audio/x-wav"));
    assertThat(whole.sizeBytes()).isEqualTo(10);
    PartUrl slice = store.partUrl(begin(PART + 1), 2, NOW, NOW.plusSeconds(60));
    assertThat(slice.headers()).isEmpty();
    assertThat(slice.sizeBytes()).isEqualTo(1);
    assertThat(slice.url().getPath()).endsWith("/2");
  }

  @Test
  void discardedWhileAPartComesIn_nothingIsLeft() {
    Staging staging = begin(20);
    InputStream body =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[10]), new Discards(staging, new byte[10]));
    assertThatThrownBy(() -> store.receive(staging, 1, 20, 20, body)).isInstanceOf(BytesGone.class);
    assertThat(folder.resolve("staging").resolve(staging.upload().value())).doesNotExist();
  }

  @Test
  void manySendOnePartAtOnce_oneOfThemCounts() throws Exception {
    Staging staging = begin(1_000);
    ExecutorService senders = Executors.newFixedThreadPool(8);
    try {
      List<Callable<ReceivedPart>> sendings =
          IntStream.range(0, 64)
              .mapToObj(i -> (Callable<ReceivedPart>) () -> send(staging, 1, random(1_000)))
              .toList();
      List<Future<ReceivedPart>> sent = senders.invokeAll(sendings);
      List<ReceivedPart> answers = new ArrayList<>();
      for (Future<ReceivedPart> one : sent) {
        answers.add(one.get());
      }
      assertThat(store.parts(staging)).hasSize(1);
      assertThat(answers).containsAll(store.parts(staging));
      assertThat(assembled(staging).sizeBytes()).isEqualTo(1_000);
    } finally {
      senders.shutdown();
    }
  }

  @Test
  void whatACrashLeftHalfDone_isNoPart() throws Exception {
    Staging staging = begin(10);
    Path upload = folder.resolve("staging").resolve(staging.upload().value());
    Files.write(upload.resolve("00000000001772366400000abc.half"), new byte[10]);
    Files.write(upload.resolve("strange"), new byte[10]);

    assertThat(store.parts(staging)).isEmpty();
    store.discard(staging.upload(), "");
    assertThat(upload).doesNotExist();
  }

  @Test
  void published_hasTheTimeOfItsPublishing() throws Exception {
    published(random(10));
    assertThat(store.stored("", 10)).extracting(StoredName::since).containsExactly(NOW);
  }

  @Test
  void nothingIsStoredUnderAClientsName_andNothingIsLeftStaged() throws Exception {
    published(random(10));
    published(random(PART + 1));
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(file -> assertThat(file.getFileName().toString()).matches("[a-z2-7]{26}"));
    }
  }

  @Test
  void folderThatCannotBe_isToldAtOnce() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[1]);
    assertThatThrownBy(() -> FileMediaStore.open(file, SIGNER, () -> NOW))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
  }

  /** Discards the upload when it is read. */
  private final class Discards extends ByteArrayInputStream {
    private final Staging staging;

    Discards(Staging staging, byte[] bytes) {
      super(bytes);
      this.staging = staging;
    }

    @Override
    public synchronized int read(byte[] to, int from, int length) {
      store.discard(staging.upload(), "");
      return super.read(to, from, length);
    }
  }
}
