package org.tidemark.app.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tidemark.app.http.Refused;

/** The folder for files that come in from a page; what an earlier start left there is deleted. */
final class Incoming {

  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final long mostBytes;

  Incoming(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
    try {
      Files.createDirectories(folder);
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
    Path file = Files.createTempFile(folder, "file", ".part");
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      long bytes = 0;
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        bytes += n;
        if (bytes > mostBytes) {
          throw new Refused(
              413, "FILE_TOO_LARGE", "The file is too large: at most " + mostBytes + " bytes.");
        }
        out.write(buffer, 0, n);
      }
      whole = true;
      return file;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }
}
