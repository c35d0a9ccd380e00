package org.tidemark.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingTest {
  private final HashThreads threads = new HashThreads();

  @AfterEach
  void close() {
    threads.close();
  }

  /** Its blocks go over several threads, its length is no multiple of a block. */
  @Test
  void hex_ofManyBlocks_isTheDigestOfTheWhole() {
    byte[] file = MediaStoreContract.random(100 * Hashing.BLOCK_BYTES + 77);

    assertThat(hash(file)).isEqualTo(MediaStoreContract.sha256(file));
  }

  @Test
  void hex_ofManyFilesAtOnce_isTheDigestOfEach() throws Exception {
    List<byte[]> files = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      files.add(MediaStoreContract.random(i * Hashing.BLOCK_BYTES + i));
    }
    ExecutorService senders = Executors.newFixedThreadPool(files.size());
    try {
      List<Callable<String>> hashes =
          files.stream().map(file -> (Callable<String>) () -> hash(file)).toList();
      List<String> found = new ArrayList<>();
      for (Future<String> hash : senders.invokeAll(hashes)) {
        found.add(hash.get());
      }
      assertThat(found).isEqualTo(files.stream().map(MediaStoreContract::sha256).toList());
    } finally {
      senders.shutdown();
    }
  }

  @Test
  void take_whateverTheLength_handsOutFourBlocksAtMost() {
    Hashing hashing = new Hashing(threads);
    Set<byte[]> blocks = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < 200; i++) {
      byte[] block = hashing.take();
      blocks.add(block);
      hashing.add(block, block.length);
    }

    assertThat(blocks).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void pass_whereNoThreadCanBeHad_failsInsteadOfWaiting() {
    threads.close();
    byte[] file = MediaStoreContract.random(2 * Hashing.BLOCK_BYTES);

    assertThatThrownBy(
            () ->
                HashedCopy.ofPart(threads)
                    .pass(
                        new ByteArrayInputStream(file),
                        OutputStream.nullOutputStream(),
                        file.length))
        .isInstanceOf(RuntimeException.class);
  }

  private String hash(byte[] file) {
    HashedCopy copy = HashedCopy.ofPart(threads);
    try {
      copy.pass(new ByteArrayInputStream(file), OutputStream.nullOutputStream(), file.length);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return copy.sha256();
  }
}
