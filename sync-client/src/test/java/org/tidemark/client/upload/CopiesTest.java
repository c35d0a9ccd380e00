package org.tidemark.client.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.environment.StoreObserver;
import org.tidemark.client.problem.ClientException;

/** Copies of files: whole or not there. */
class CopiesTest {

  private static final byte[] CONTENT = "abc".getBytes(StandardCharsets.UTF_8);

  private Path folder;
  private Path source;

  @BeforeEach
  void write(@TempDir Path temporary) throws IOException {
    folder = temporary.resolve("copies");
    source = Files.write(temporary.resolve("source"), CONTENT);
  }

  private static void refused(Runnable keeping, String code) {
    assertThatThrownBy(keeping::run)
        .isInstanceOfSatisfying(
            ClientException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  /** A disk that takes one byte, and then says this. */
  private Copies onDisk(String failure) {
    return new Copies(
        folder,
        StoreObserver.NONE,
        file ->
            new FileOutputStream(file.toFile()) {
              @Override
              public void write(byte[] bytes, int offset, int length) throws IOException {
                super.write(bytes, offset, 1);
                throw new IOException(failure);
              }
            });
  }

  @Test
  void keep_copiesAndHashes() throws IOException {
    Copies copies = new Copies(folder, StoreObserver.NONE);
    Copies.Kept kept = copies.keep(source, "u1", 3);

    assertThat(kept)
        .isEqualTo(
            new Copies.Kept(3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    assertThat(copies.of("u1")).hasBinaryContent(CONTENT);
    assertThat(copies.has("u1", 3)).isTrue();
    assertThat(copies.has("u1", 4)).isFalse();
    assertThat(in(folder)).hasSize(1);
  }

  @Test
  void keep_onAFullDisk_saysSo_andLeavesNothing() throws IOException {
    for (String said :
        new String[] {"No space left on device", "There is not enough space on the disk"}) {
      refused(() -> onDisk(said).keep(source, "u1", 3), "DISK_FULL");
    }
    refused(() -> onDisk("Input/output error").keep(source, "u1", 3), "DATABASE_UNWRITABLE");
    assertThat(in(folder)).isEmpty();
  }

  @Test
  void keep_whatGrewOrVanishedMeanwhile_leavesNothing() throws IOException {
    Copies copies = new Copies(folder, StoreObserver.NONE);
    refused(() -> copies.keep(source, "u1", 2), "FILE_TOO_LARGE");
    refused(() -> copies.keep(source.resolveSibling("none"), "u1", 2), "FILE_MISSING");
    assertThat(in(folder)).isEmpty();
  }

  @Test
  void sweep_removesWhatNobodyNeeds() throws IOException {
    Copies copies = new Copies(folder, StoreObserver.NONE);
    copies.sweep(Set.of());
    copies.keep(source, "u1", 3);
    copies.keep(source, "u2", 3);
    Files.write(folder.resolve("u3.half"), CONTENT);
    copies.sweep(Set.of("u2"));
    assertThat(in(folder)).containsExactly(copies.of("u2"));
    copies.remove("u2");
    copies.remove("u2");
    assertThat(copies.has("u2", 3)).isFalse();
  }
}
