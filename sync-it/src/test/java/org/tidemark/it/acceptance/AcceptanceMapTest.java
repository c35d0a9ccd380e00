package org.tidemark.it.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps docs/acceptance.md true: every test that it names is there and runs as a test. */
class AcceptanceMapTest {

  private static final Path ROOT = root();
  private static final Pattern TASK = Pattern.compile("## ((?:BE|RN)-2\\.[0-9]):.*");
  private static final Pattern ROW = Pattern.compile("\\| (.+?) \\| (.+) \\|");
  private static final Pattern REFERENCE = Pattern.compile("`([a-z-]+)/([\\w.]+)#(\\w+)`");
  private static final Pattern LATER = Pattern.compile("comes with issue [3-6]");

  /** How many criteria each task of the mission has; the second of BE-2.1 is two rows here. */
  private static final Map<String, Integer> CRITERIA =
      Map.of(
          "BE-2.1", 6, "BE-2.2", 3, "BE-2.3", 3, "BE-2.4", 4, "RN-2.1", 3, "RN-2.2", 4, "RN-2.3", 5,
          "RN-2.4", 5, "RN-2.5", 3, "RN-2.6", 4);

  private static final List<String> DONE =
      List.of(
          "BE-2.1", "BE-2.2", "BE-2.3", "BE-2.4", "RN-2.1", "RN-2.2", "RN-2.3", "RN-2.4", "RN-2.5",
          "RN-2.6");

  @Test
  void map_everyTaskOfTheMission_hasAllItsCriteria() throws IOException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    rows().forEach((task, rows) -> counts.put(task, rows.size()));

    assertThat(counts).containsExactlyInAnyOrderEntriesOf(CRITERIA);
  }

  @Test
  void map_everyCriterion_namesTestsThatExist() throws IOException {
    for (Map.Entry<String, List<String[]>> task : rows().entrySet()) {
      for (String[] row : task.getValue()) {
        boolean later = LATER.matcher(row[1]).matches();
        assertThat(later && DONE.contains(task.getKey())).as(row[0]).isFalse();
        if (!later) {
          checkReferences(row[0], row[1]);
        }
      }
    }
  }

  private static void checkReferences(String criterion, String cell) throws IOException {
    Matcher reference = REFERENCE.matcher(cell);
    int found = 0;
    while (reference.find()) {
      found++;
      checkReference(criterion, reference.group(1), reference.group(2), reference.group(3));
    }
    assertThat(found).as("tests of: " + criterion).isPositive();
    assertThat(REFERENCE.matcher(cell).replaceAll("").replaceAll("[, ]", "")).as(cell).isEmpty();
  }

  private static void checkReference(String criterion, String module, String type, String method)
      throws IOException {
    Path source =
        ROOT.resolve(module).resolve("src/test/java").resolve(type.replace('.', '/') + ".java");
    if (!Files.exists(source)) {
      fail("\"%s\" names %s, which is not there", criterion, source);
    }
    // Between the annotation and the method stand other annotations, and no body.
    Pattern test =
        Pattern.compile("\n  @(?:Test|ParameterizedTest)\\b[^;]*?\n  void " + method + "\\(");
    String text = Files.readString(source);
    if (!test.matcher(text).find()) {
      fail("\"%s\" names %s#%s, which is no test there", criterion, type, method);
    }
  }

  private static Map<String, List<String[]>> rows() throws IOException {
    Map<String, List<String[]>> rows = new LinkedHashMap<>();
    String task = "";
    for (String line : Files.readAllLines(ROOT.resolve("docs/acceptance.md"))) {
      Matcher heading = TASK.matcher(line);
      Matcher row = ROW.matcher(line);
      if (heading.matches()) {
        task = heading.group(1);
        rows.put(task, new ArrayList<>());
      } else if (row.matches()
          && !row.group(1).equals("criterion")
          && !row.group(1).startsWith("---")) {
        rows.getOrDefault(task, new ArrayList<>()).add(new String[] {row.group(1), row.group(2)});
      }
    }
    return rows;
  }

  /** The project's root, wherever the tests are started. */
  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.exists(at.resolve("docs/acceptance.md"))) {
      at = at.getParent();
    }
    return at;
  }
}
