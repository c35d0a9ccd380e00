package org.tidemark.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** How many blocks of 8 KiB the disk takes for good in a second, one after another. */
final class Fsyncs {
  private static final Duration TIME = Duration.ofMillis(500);

  private Fsyncs() {}

  static double measure(Path folder) throws IOException {
    Path file = folder.resolve("fsync-probe");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer block = ByteBuffer.allocateDirect(8192);
      long begun = System.nanoTime();
      int count = 0;
      while (System.nanoTime() - begun < TIME.toNanos()) {
        channel.write(block.clear(), 0);
        channel.force(false);
        count++;
      }
      return count * 1e9 / (System.nanoTime() - begun);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
