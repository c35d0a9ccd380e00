package org.tidemark.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Where one server keeps all that outlives a run. Only one run has it at a time; the operating
 * system gives it back when that run ends, however it ends.
 */
final class DataFolder implements AutoCloseable {

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataFolder open(Path path) {
    try {
      PrivateFiles.createFolder(path);
      PrivateFiles.createFolder(path.resolve("log"));
      return new DataFolder(path, lock(path));
    } catch (AccessDeniedException denied) {
      throw new StartFailure(
          "The data folder %s cannot be written. Name another with -Dsync.data=…".formatted(path),
          denied);
    } catch (FileAlreadyExistsException file) {
      throw new StartFailure(
          "The data folder %s is no folder. Name another with -Dsync.data=…".formatted(path), file);
    } catch (FileSystemException unusable) {
      throw new StartFailure(
          "The data folder %s cannot be used: %s. Name another with -Dsync.data=…"
              .formatted(path, unusable.getMessage()),
          unusable);
    } catch (IOException failed) {
      throw new StartFailure("The data folder %s cannot be used.".formatted(path), failed);
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    var channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel)) {
      return channel;
    }
    channel.close();
    throw new StartFailure(
        "The data folder %s is in use by another run. Stop that one, or name another with -Dsync.data=…"
            .formatted(path));
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  Path log(String name) {
    return path.resolve("log").resolve(name);
  }

  /** What was written under the name in an earlier run, or null. */
  @Nullable String remembered(String name) {
    try {
      var file = path.resolve(name);
      return Files.exists(file) ? Files.readString(file).strip() : null;
    } catch (IOException unreadable) {
      throw new StartFailure("%s cannot be read.".formatted(path.resolve(name)), unreadable);
    }
  }

  void createFolder(String name) {
    try {
      PrivateFiles.createFolder(path.resolve(name));
    } catch (IOException failed) {
      throw new StartFailure("%s cannot be made.".formatted(path.resolve(name)), failed);
    }
  }

  void remember(String name, String value) {
    PrivateFiles.write(path.resolve(name), value + "\n");
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException ignored) {
      // The lock ends with this process in any case.
    }
  }
}
