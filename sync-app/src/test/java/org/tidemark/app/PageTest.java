package org.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's modules: their own tests in Node's runner, and what they may not hold. */
class PageTest {

  private static final Path PAGE = Path.of("src/main/resources/org/tidemark/app/page");
  private static final Path TESTS = Path.of("src/test/page");
  private static final int MOST_DIALOG_BYTES = 24_000;
  private static final int PATIENCE_SECONDS = 60;

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void modules_passTheirTests(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("package.json"), "{\"type\":\"module\"}");
    for (Path from : List.of(PAGE, TESTS)) {
      for (Path file : files(from, ".js")) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Path said = folder.resolve("said.txt");
    Process node =
        new ProcessBuilder("node", "--test")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(node.exitValue()).as(Files.readString(said)).isZero();
    assertThat(Files.readString(said)).containsPattern("pass [3-9][0-9]").contains("skipped 0");
  }

  @Test
  void text_isNeverMarkup_andNothingIsInline() throws IOException {
    for (Path module : files(PAGE, ".js")) {
      assertThat(Files.readString(module))
          .as(module.toString())
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
          .doesNotContain("https://", "style=");
    }
    assertThat(Files.readString(PAGE.resolve("index.html")))
        .doesNotContain("<style", "style=", "onclick", "https://")
        .doesNotContainPattern("<script(?! type=\"module\" src=\"/app.js\")");
  }

  /** What an application needs that takes the conflict dialog alone. */
  @Test
  void conflictDialog_isThin() throws IOException {
    long bytes = 0;
    for (String module : List.of("conflict-dialog.js", "dom.js", "sides.js", "words.js")) {
      bytes += Files.size(PAGE.resolve(module));
    }
    assertThat(bytes).isLessThan(MOST_DIALOG_BYTES);
  }
}
