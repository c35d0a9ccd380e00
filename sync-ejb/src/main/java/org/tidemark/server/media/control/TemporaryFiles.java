package org.tidemark.server.media.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Removes what broken requests leave in the temporary folder: RESTEasy keeps the files of forms
 * there while they come in, and the S3 store what it passes on.
 */
@ApplicationScoped
public class TemporaryFiles {
  private static final List<String> PATTERNS =
      List.of("m4j*.tmp", "resteasy-entity*.tmp", "tidemark-media*.part");

  /** Removes those that nobody has written to since. */
  public void removeOlder(Instant before) {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    for (String pattern : PATTERNS) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
        for (Path file : files) {
          if (isOlder(file, before)) {
            Files.deleteIfExists(file);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The temporary folder cannot be cleaned", e);
      }
    }
  }

  private static boolean isOlder(Path file, Instant before) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (NoSuchFileException goneMeanwhile) {
      return false;
    }
  }
}
