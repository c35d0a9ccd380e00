package org.tidemark.client.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that their owner alone may read and write, where the file system knows owners and their
 * rights; elsewhere they are made like any others.
 */
public final class OwnFiles {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnFiles() {}

  /** Makes a folder and those above it; one that is there keeps its rights. */
  public static void createFolders(Path folder) throws IOException {
    // A link to a folder is one too, which not every Java knows here.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, rights(folder, FOLDER));
    }
  }

  /** Makes an empty file; one that is there stays as it is. */
  public static void create(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    try {
      Files.createFile(file, rights(file, FILE));
    } catch (FileAlreadyExistsException e) {
      // Somebody was quicker, or it is a link to a file that is yet to be made.
      return;
    }
  }

  /** Writes a file, made or replaced. */
  public static void write(Path file, byte[] content) throws IOException {
    create(file);
    narrow(file);
    Files.write(file, content);
  }

  /**
   * Takes the rights on a file away from everybody else. Where that can't be done, such as of
   * another one's file or on a disk without rights, it stays as it is; so does one that isn't
   * there.
   */
  public static void narrow(Path file) {
    if (!knowsRights(file)) {
      return;
    }
    try {
      if (!FILE.containsAll(Files.getPosixFilePermissions(file))) {
        Files.setPosixFilePermissions(file, FILE);
      }
    } catch (IOException e) {
      // What is in it is of more use to its owner than its rights.
      return;
    }
  }

  private static FileAttribute<?>[] rights(Path path, Set<PosixFilePermission> rights) {
    return knowsRights(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
        : new FileAttribute<?>[0];
  }

  private static boolean knowsRights(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
