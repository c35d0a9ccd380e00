package org.tidemark.launcher;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/** Files that only their owner may read, written whole or not at all. */
final class PrivateFiles {

  private PrivateFiles() {}

  static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, mode("rwx------"));
    }
  }

  static void write(Path file, String text) {
    try {
      var folder = file.toAbsolutePath().getParent();
      var draft =
          Files.createTempFile(folder, file.getFileName().toString(), ".new", mode("rw-------"));
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new StartFailure("%s cannot be written.".formatted(file), unwritable);
    }
  }

  static void delete(Path fileOrFolder) throws IOException {
    if (!Files.exists(fileOrFolder)) {
      return;
    }
    try (var tree = Files.walk(fileOrFolder)) {
      for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (var tree = Files.walk(from)) {
      for (var path : tree.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
