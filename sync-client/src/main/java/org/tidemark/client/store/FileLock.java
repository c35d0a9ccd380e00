package org.tidemark.client.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.file.OwnFiles;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.StoreProblems;

/**
 * Keeps every other process, and every other client of this one, away from a database.
 *
 * <p>Where a process closes any channel of a file, the system may take away all its locks on that
 * file. So what this process holds is noted beside the lock, and its file is not even opened again.
 */
final class FileLock implements AutoCloseable {

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FileLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static FileLock take(Path database) {
    Path known = real(database);
    Path file = known.resolveSibling(known.getFileName() + ".lock");
    if (!HELD.add(file)) {
      throw new ClientException(StoreProblems.inUse(database.toString()));
    }
    boolean taken = false;
    try {
      FileLock lock = new FileLock(file, channel(file, database));
      taken = true;
      return lock;
    } finally {
      if (!taken) {
        HELD.remove(file);
      }
    }
  }

  /** The one name of a file, by whatever links it is reached. */
  static Path real(Path file) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    try {
      if (Files.exists(absolute)) {
        return absolute.toRealPath();
      }
      return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      throw new ClientException(StoreProblems.unwritable(String.valueOf(e)), e);
    }
  }

  private static FileChannel channel(Path file, Path database) {
    FileChannel channel;
    try {
      OwnFiles.create(file);
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new ClientException(StoreProblems.unwritable(String.valueOf(e)), e);
    }
    if (!isTaken(channel)) {
      close(channel);
      throw new ClientException(StoreProblems.inUse(database.toString()));
    }
    return channel;
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
    try {
      close(channel);
    } finally {
      HELD.remove(file);
    }
  }
}
