package org.tidemark.server.media.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Removes what broken requests leave in the temporary folder: RESTEasy keeps the files of forms
 * there while they come in, and the S3 store what it passes on.
 */
@ApplicationScoped
public class TemporaryFiles {
  private static final Logger LOG = Logger.getLogger(TemporaryFiles.class);
  private static final List<String> PATTERNS =
      List.of("m4j*.tmp", "resteasy-entity*.tmp", "tidemark-media*.part");

  /** Removes those that nobody has written to since, as far as they are this server's. */
  public void removeOlder(Instant before) {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    for (String pattern : PATTERNS) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
        for (Path file : files) {
          removeIfOlder(file, before);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The temporary folder cannot be cleaned", e);
      }
    }
  }

  private static void removeIfOlder(Path file, Instant before) throws IOException {
    try {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        Files.delete(file);
      }
    } catch (FileSystemException goneOrAnothers) {
      // Another node may be quicker, and other users have such files in the same folder.
      LOG.debugf("the temporary file %s is left alone: %s", file, goneOrAnothers.getMessage());
    }
  }
}
