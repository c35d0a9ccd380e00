package org.tidemark.media.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What makes changes to files durable, and file names readable. */
final class Disk {
  private Disk() {}

  /** Makes a folder's entries durable. Some systems know no such thing, and need none. */
  static void syncFolder(Path folder) throws IOException {
    FileChannel channel;
    try {
      channel = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (NoSuchFileException gone) {
      throw gone;
    } catch (IOException foldersCannotBeOpened) {
      return;
    }
    try (channel) {
      channel.force(true);
    }
  }

  /** Puts a file that is durable itself into its place. */
  static void moveInto(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(parent(to));
  }

  /** A second name for a file's bytes, or a copy of them where the system has no such thing. */
  static void link(Path existing, Path name) throws IOException {
    try {
      Files.createLink(name, existing);
    } catch (FileAlreadyExistsException doneBefore) {
      return;
    } catch (NoSuchFileException gone) {
      throw gone;
    } catch (UnsupportedOperationException | IOException noLinks) {
      copy(existing, name);
    }
    syncFolder(parent(name));
  }

  private static void copy(Path from, Path to) throws IOException {
    Path half = to.resolveSibling(to.getFileName() + ".half");
    Files.copy(from, half, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(half, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The names in a folder, sorted; none where there is no folder. */
  static List<String> names(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        names.add(String.valueOf(entry.getFileName()));
      }
    } catch (NoSuchFileException | NotDirectoryException none) {
      return names;
    }
    names.sort(null);
    return names;
  }

  static void deleteFolder(Path folder) throws IOException {
    for (String name : names(folder)) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.deleteIfExists(folder);
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " has no folder");
    }
    return parent;
  }
}
