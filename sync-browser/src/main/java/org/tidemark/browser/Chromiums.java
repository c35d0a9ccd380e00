package org.tidemark.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds Chromium: the one that a setting names, then one on the path, then the one that an npm
 * package carries, which is unpacked once into a cache.
 */
final class Chromiums {
  static final String SETTING = "tidemark.chromium";
  static final String VARIABLE = "TIDEMARK_CHROMIUM";
  private static final List<String> NAMES =
      List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

  private final UnaryOperator<@Nullable String> properties;
  private final UnaryOperator<@Nullable String> variables;

  /**
   * @param properties a system property by its name; null: not set
   * @param variables a variable of the environment by its name; null: not set
   */
  Chromiums(UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> variables) {
    this.properties = properties;
    this.variables = variables;
  }

  static Chromiums ofThisMachine() {
    return new Chromiums(System::getProperty, System::getenv);
  }

  /** The browser to start. Throws {@link NoBrowser} where there is none. */
  Program find() {
    String named = properties.apply(SETTING);
    if (named == null || named.isBlank()) {
      named = variables.apply(VARIABLE);
    }
    if (named != null && !named.isBlank()) {
      Path program = Path.of(named);
      if (!Files.isExecutable(program)) {
        throw new NoBrowser("the one named, " + named + ", can't be started", null);
      }
      return new Program(program, Map.of());
    }
    return onPath().map(found -> new Program(found, Map.of())).orElseGet(PackagedChromium::unpack);
  }

  private Optional<Path> onPath() {
    String path = variables.apply("PATH");
    if (path == null) {
      return Optional.empty();
    }
    return NAMES.stream()
        .flatMap(
            name -> List.of(path.split(File.pathSeparator)).stream().map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
