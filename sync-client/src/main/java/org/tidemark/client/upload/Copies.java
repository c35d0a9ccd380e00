package org.tidemark.client.upload;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.tidemark.client.environment.StoreObserver;
import org.tidemark.client.file.OwnFiles;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.StoreProblems;
import org.tidemark.client.problem.UploadProblems;

/**
 * The client's own copies of files, in a folder beside the database.
 *
 * <p>A copy is written under another name, forced to the disk and moved into place, so whatever has
 * its name is whole. One without a row, or half of one, was left by a crash and is swept at the
 * start; there is never a row without a copy, since the row comes last.
 */
final class Copies {

  /** The durable writes, as {@link StoreObserver} hears of them. */
  static final String KEEP = "keep copy";

  static final String REMOVE = "remove copy";

  private static final String HALF = ".half";
  static final int BUFFER_BYTES = 64 << 10;

  private final Path folder;
  private final StoreObserver observer;
  private final Sink sink;

  /** Where a copy is written to. */
  interface Sink {
    FileOutputStream open(Path file) throws IOException;
  }

  /** What was copied; {@code sha256} in hex. */
  record Kept(long sizeBytes, String sha256) {}

  Copies(Path folder, StoreObserver observer) {
    this(folder, observer, Copies::opened);
  }

  Copies(Path folder, StoreObserver observer, Sink sink) {
    this.folder = folder;
    this.observer = observer;
    this.sink = sink;
  }

  private static FileOutputStream opened(Path file) throws IOException {
    OwnFiles.create(file);
    return new FileOutputStream(file.toFile());
  }

  Path of(String id) {
    return folder.resolve(id);
  }

  boolean has(String id, long sizeBytes) {
    File file = of(id).toFile();
    return file.isFile() && file.length() == sizeBytes;
  }

  /** Copies a file; what fails leaves nothing behind. */
  Kept keep(Path source, String id, long mostBytes) {
    Path half = folder.resolve(id + HALF);
    Kept kept;
    try (InputStream in = open(source)) {
      OwnFiles.createFolders(folder);
      kept = write(source, in, half, mostBytes);
    } catch (IOException e) {
      discard(half);
      throw new ClientException(StoreProblems.ofFile(e), e);
    } catch (ClientException e) {
      discard(half);
      throw e;
    }
    observer.beforeCommit(KEEP);
    try {
      Files.move(half, of(id), StandardCopyOption.ATOMIC_MOVE);
      force(folder);
    } catch (IOException e) {
      discard(half);
      discard(of(id));
      throw new ClientException(StoreProblems.ofFile(e), e);
    }
    observer.afterCommit(KEEP);
    return kept;
  }

  static InputStream open(Path source) {
    try {
      return Files.newInputStream(source);
    } catch (NoSuchFileException e) {
      throw new ClientException(UploadProblems.missing(source.toString()), e);
    } catch (IOException e) {
      throw new ClientException(UploadProblems.unreadable(source.toString(), String.valueOf(e)), e);
    }
  }

  private Kept write(Path source, InputStream in, Path half, long mostBytes) throws IOException {
    Sha256 digest = new Sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    try (FileOutputStream out = sink.open(half)) {
      for (int read = read(source, in, buffer); read >= 0; read = read(source, in, buffer)) {
        size += read;
        if (size > mostBytes) {
          throw new ClientException(UploadProblems.tooLarge(size, mostBytes));
        }
        digest.add(buffer, read);
        out.write(buffer, 0, read);
      }
      out.getFD().sync();
    }
    return new Kept(size, digest.hex());
  }

  private static int read(Path source, InputStream in, byte[] buffer) {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new ClientException(UploadProblems.unreadable(source.toString(), String.valueOf(e)), e);
    }
  }

  private static void force(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      // Windows keeps a move by itself, and opens no folder.
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Bytes that the disk still takes. */
  long freeBytes() {
    Path parent = folder.toAbsolutePath().getParent();
    return parent == null ? Long.MAX_VALUE : parent.toFile().getUsableSpace();
  }

  /** Removes a copy that is needed no more; one that can't be removed now is swept later. */
  void remove(String id) {
    if (of(id).toFile().exists()) {
      observer.beforeCommit(REMOVE);
      discard(of(id));
      observer.afterCommit(REMOVE);
    }
  }

  /** Removes all but these, which nobody else may read from now on. */
  void sweep(Set<String> needed) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!needed.contains(String.valueOf(file.getFileName()))) {
          discard(file);
        } else {
          OwnFiles.narrow(file);
        }
      }
    } catch (IOException e) {
      throw new ClientException(StoreProblems.unwritable(String.valueOf(e)), e);
    }
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Somebody has it open; the next start sweeps it.
      return;
    }
  }
}
