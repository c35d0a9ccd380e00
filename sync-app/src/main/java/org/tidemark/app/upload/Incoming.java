package org.tidemark.app.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tidemark.app.http.Refused;
import org.tidemark.client.file.OwnFiles;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.StoreProblems;

/** The folder for files that come in from a page; what an earlier start left there is deleted. */
final class Incoming {

  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final long mostBytes;

  Incoming(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
    try {
      OwnFiles.createFolders(folder);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a body to a file of its own, as it comes; nothing is left where it does not end well.
   */
  Path receive(InputStream body) throws IOException {
    Path file = null;
    boolean whole = false;
    try {
      file = writing(() -> Files.createTempFile(folder, "file", ".part"));
      copy(body, file);
      whole = true;
      return file;
    } finally {
      if (!whole && file != null) {
        Files.deleteIfExists(file);
      }
    }
  }

  private void copy(InputStream body, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      long bytes = 0;
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        bytes += n;
        if (bytes > mostBytes) {
          throw new Refused(
              413, "FILE_TOO_LARGE", "The file is too large: at most " + mostBytes + " bytes.");
        }
        int read = n;
        writing(
            () -> {
              out.write(buffer, 0, read);
              return file;
            });
      }
    }
  }

  /** A step that writes. */
  private interface Writing {
    Path write() throws IOException;
  }

  /** A full disk is told; a sender who has gone is not there to be told anything. */
  private static Path writing(Writing step) {
    try {
      return step.write();
    } catch (IOException e) {
      throw new ClientException(StoreProblems.ofFile(e), e);
    }
  }
}
