package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.browser.Screen;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;

/**
 * Every view for everybody: small and large, light and dark, by keyboard, and with hostile words.
 */
@ExtendWith(InPairs.class)
class EverybodyIT {

  private static final List<String> VIEWS =
      List.of("records", "new/note", "conflicts", "uploads", "waiting", "snapshots", "settings");
  private static final String HOSTILE =
      "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>\"'><svg onload=hacked=1>";

  private Pairs pairs;

  @BeforeEach
  void keep(Pairs given) {
    pairs = given;
  }

  static Stream<Screen> screens() {
    return Stream.of(Screen.PHONE, Screen.PHONE_DARK, Screen.DESK, Screen.DESK_DARK);
  }

  /** Ben has a conflict and a file that waits for its end; gives the pair. */
  private Pair withWork(Path folder, Screen screen, String words) {
    Pair pair = withConflict(folder, screen, words);
    AppCopy ben = pair.ben;
    ben.field("Attach a file")
        .setInputFiles(
            new FilePayload(
                "a " + words.replace('/', '-') + ".txt",
                "text/plain",
                "words".getBytes(StandardCharsets.UTF_8)));
    assertThat(ben.page().locator(".upload")).hasCount(1);
    return pair;
  }

  /** Ben's text of a note clashes with Ana's; the note is shown. */
  private Pair withConflict(Path folder, Screen screen, String words) {
    Pair pair = pairs.open(folder, Screen.DESK, screen);
    String data = "{\"title\":%s,\"text\":%s}";
    String quoted = Http.quoted(words);
    pair.clash(
        Edit.upsert("note", "n1", data.formatted(quoted, "\"first\"")),
        ben -> {
          ben.field("Text").fill("Ben: " + words);
          ben.field("Tags (with commas between)").fill(words);
          ben.button("Save").click();
        },
        Edit.upsert("note", "n1", data.formatted(quoted, Http.quoted("Ana: " + words))));
    return pair;
  }

  @ParameterizedTest
  @MethodSource("screens")
  void everyView_isReadableForAll(Screen screen, @TempDir Path folder) {
    AppCopy ben = withWork(folder, screen, "Shopping").ben;
    ben.look("record");
    for (String view : VIEWS) {
      ben.go(view);
      assertThat(ben.page().locator(".view." + view.replaceAll("/.*", "") + " h1")).isVisible();
      ben.look(view.replaceAll("/.*", ""));
    }
    ben.go("conflicts");
    ben.page().locator(".list a").click();
    assertThat(ben.dialog()).containsText("Conflict Resolution");
    ben.look("dialog");
    ben.button("Merge").click();
    ben.look("merging");
    assertThat(ben.complaints()).isEmpty();
  }

  @Test
  void hostileWords_stayWords_everywhere(@TempDir Path folder) {
    Pair pair = withWork(folder, Screen.DESK, HOSTILE);
    AppCopy ben = pair.ben;
    pair.anasOther()
        .push(
            Edit.upsert(
                    "note",
                    HOSTILE.substring(0, 40),
                    "{%1$s:%1$s,\"photo\":%1$s,\"votes\":%1$s}".formatted(Http.quoted(HOSTILE)))
                .in(pair.space));
    ben.go("records");
    assertThat(ben.page().locator(".list a")).hasCount(2);
    for (int i = 0; i < 2; i++) {
      ben.go("records");
      ben.page().locator(".list a").nth(i).click();
      assertThat(ben.field("Title")).isVisible();
    }
    for (String view : VIEWS) {
      ben.go(view);
      assertThat(ben.page().locator(".view." + view.replaceAll("/.*", "") + " h1")).isVisible();
    }
    ben.go("conflicts");
    ben.page().locator(".list a").click();
    assertThat(ben.dialog().locator("td").first()).hasText("Ben: " + HOSTILE);
    ben.button("Merge").click();
    ben.dialog().getByLabel("text: your own").fill("Both: " + HOSTILE);
    ben.button("Save the merge").click();
    assertThat(ben.page().locator("#bar")).containsText(HOSTILE);
    assertThat(ben.page().evaluate("window.hacked === undefined")).isEqualTo(true);
    assertThat(ben.page().locator("img[src=x], svg, .view script").count()).isZero();
  }

  @Test
  void keyboardAlone_writes_decides_andUndoes(@TempDir Path folder) {
    AppCopy ben = withConflict(folder, Screen.DESK, "Shopping").ben;
    ben.tabTo("Conflicts, 1 waiting");
    ben.page().keyboard().press("Enter");
    assertThat(ben.page().locator("h1")).hasText("Conflicts");
    ben.tabTo("Note “Shopping”");
    ben.page().keyboard().press("Enter");
    assertThat(ben.dialog()).isVisible();
    ben.page().keyboard().press("Escape");
    assertThat(ben.dialog()).hasCount(0);
    ben.tabTo("Note “Shopping”");
    ben.page().keyboard().press("Enter");
    ben.tabTo("Merge");
    ben.page().keyboard().press("Space");
    ben.tabTo("text: your own");
    ben.page().keyboard().press("Control+A");
    ben.page().keyboard().type("by hand");
    ben.tabTo("Save the merge");
    ben.page().keyboard().press("Enter");
    assertThat(ben.page().locator("#bar")).containsText("is decided");
    ben.tabTo("Undo");
    ben.page().keyboard().press("Enter");
    assertThat(ben.page().locator("#bar")).containsText("is back");
    ben.tabTo("Records");
    ben.page().keyboard().press("Enter");
    ben.tabTo("Shopping");
    ben.page().keyboard().press("Enter");
    assertThat(ben.field("Text")).hasValue("Ben: Shopping");
  }
}
