package org.tidemark.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The Chromium that the npm package {@code @sparticuz/chromium} carries, in a cache. Where the
 * machine lacks libraries that it needs, those of the package are used.
 */
final class PackagedChromium {

  private PackagedChromium() {}

  static Program unpack() {
    try {
      NpmFolder npm = NpmFolder.of(PackagedChromium.class, "chromium", List.of("unpack.js"));
      Path unpacked = Files.createDirectories(npm.path().resolve("unpacked"));
      String program = npm.run(Map.of("TMPDIR", unpacked.toString()), List.of("node", "unpack.js"));
      boolean whole =
          !npm.run(
                  Map.of(),
                  List.of("sh", "-c", "ldd '" + program + "' | grep 'not found' || echo whole"))
              .contains("not found");
      Map<String, String> environment =
          whole ? Map.of() : Map.of("LD_LIBRARY_PATH", unpacked.resolve("al2023/lib").toString());
      return new Program(Path.of(program), environment);
    } catch (IOException | UncheckedIOException failed) {
      throw new NoBrowser(
          "none is on the path, and the npm package could not be had (" + failed.getMessage() + ")",
          failed);
    }
  }
}
