package org.tidemark.client.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.StoreProblems;

/** Keeps every other process, and every other client of this one, away from a database. */
final class FileLock implements AutoCloseable {

  private final FileChannel channel;

  private FileLock(FileChannel channel) {
    this.channel = channel;
  }

  static FileLock take(Path database) {
    Path file = database.resolveSibling(database.getFileName() + ".lock");
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new ClientException(StoreProblems.unwritable(String.valueOf(e)), e);
    }
    if (!isTaken(channel)) {
      close(channel);
      throw new ClientException(StoreProblems.inUse(database.toString()));
    }
    return new FileLock(channel);
  }

  private static boolean isTaken(FileChannel channel) {
    try {
      java.nio.channels.@Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      close(channel);
      throw new ClientException(StoreProblems.unwritable(String.valueOf(e)), e);
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new ClientException(StoreProblems.unwritable(String.valueOf(e)), e);
    }
  }

  @Override
  public void close() {
    close(channel);
  }
}
