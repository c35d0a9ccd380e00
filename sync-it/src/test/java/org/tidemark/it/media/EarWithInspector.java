package org.tidemark.it.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.tidemark.it.media.inspector.RefusesAWord;
import org.tidemark.it.server.TestServer;

/** The EAR as it ships with one more jar in its lib folder. */
final class EarWithInspector {
  private EarWithInspector() {}

  static Path make(Path folder) {
    Path ear = folder.resolve("tidemark.ear");
    Path jar = folder.resolve("inspector.jar");
    String type = "/" + RefusesAWord.class.getName().replace('.', '/') + ".class";
    try {
      Files.copy(TestServer.ear(), ear, StandardCopyOption.REPLACE_EXISTING);
      try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"));
          InputStream code = RefusesAWord.class.getResourceAsStream(type)) {
        Path target = zip.getPath(type);
        Files.createDirectories(target.getParent());
        Files.copy(code, target);
        Files.createDirectory(zip.getPath("/META-INF"));
        Files.write(
            zip.getPath("/META-INF/beans.xml"),
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>"
                .getBytes(StandardCharsets.UTF_8));
      }
      try (FileSystem zip = FileSystems.newFileSystem(ear)) {
        Files.copy(jar, zip.getPath("/lib/inspector.jar"));
      }
      return ear;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
