package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.browser.Screen;
import org.tidemark.it.server.Edit;

/** What a person did by mistake can be taken back: a deletion, and a decision for either side. */
@ExtendWith(InPairs.class)
class TakingBackIT {

  private static final Consumer<AppCopy> EDIT =
      ben -> {
        ben.field("Text").fill("Mine");
        ben.button("Save").click();
      };

  private Pair pair;
  private AppCopy ben;

  @BeforeEach
  void start(@TempDir Path folder, Pairs pairs) {
    pair = pairs.open(folder, Screen.DESK, Screen.PHONE);
    ben = pair.ben;
  }

  private static Edit note(String text) {
    return Edit.upsert("note", "n1", "{\"title\":\"Cake\",\"text\":\"%s\"}".formatted(text));
  }

  private void bar(String words) {
    assertThat(ben.page().locator("#bar")).containsText(words);
  }

  @Test
  void deleted_comesBack_atOnceOrByItsSnapshot() {
    ben.note("Cake", "With candles");
    ben.button("Delete").click();
    bar("Note “Cake” is deleted.");
    assertThat(ben.page().locator(".list a")).hasCount(0);
    ben.look("deleted");
    ben.button("Undo").click();
    bar("Note “Cake” is back");

    ben.openRecord("Cake").button("Delete").click();
    bar("is deleted");
    ben.go("snapshots");
    assertThat(ben.page().locator(".list li").first()).containsText("before it was deleted");
    ben.look("snapshot-deleted");
    ben.page().locator(".list button").first().click();
    bar("is back");
    ben.openRecord("Cake");
    assertThat(ben.field("Text")).hasValue("With candles");
  }

  @Test
  void keptLocal_theServersSideCanBeTakenAfterAll_andAQuestionNamesItsRecord() {
    pair.clash(note("First"), EDIT, note("Theirs"));
    ben.button("Decide").click();
    ben.button("Keep Local").click();
    bar("The conflict of Note “Cake” is decided.");
    ben.look("kept-local");
    ben.button("Take the server’s side after all").click();
    bar("Note “Cake” is back");
    ben.openRecord("Cake");
    assertThat(ben.field("Text")).hasValue("Theirs");

    ben.field("Text").fill("Later");
    ben.button("Save").click();
    assertThat(ben.page().locator(".saved")).hasText("Saved and sent.");
    ben.go("snapshots");
    assertThat(ben.page().locator(".list")).containsText("the server’s side, before a conflict");
    ben.page().locator(".list button").last().click();
    bar("Note “Cake” was edited again since.");
    ben.look("asked");
    ben.go("settings");
    assertThat(ben.page().locator("#bar")).isEmpty();
    assertThat(ben.complaints()).noneMatch(words -> !words.contains("409"));
  }
}
