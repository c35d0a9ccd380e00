package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.browser.Screen;
import org.tidemark.it.server.Edit;

/** Finding a record: what was changed last stands first, here or elsewhere, and words find it. */
@ExtendWith(InPairs.class)
class RecordListIT {

  private Pair pair;
  private AppCopy ben;
  private Locator links;
  private Locator told;

  @BeforeEach
  void start(@TempDir Path folder, Pairs pairs) {
    pair = pairs.open(folder, Screen.DESK, Screen.PHONE);
    ben = pair.ben;
    links = ben.page().locator(".list a");
    told = ben.page().locator(".view > .quiet");
  }

  private Edit note(String id, String title) {
    return Edit.upsert("note", id, "{\"title\":\"%s\"}".formatted(title)).in(pair.space);
  }

  private void push(String id, String title) {
    pair.anasOther().push(note(id, title));
  }

  @Test
  void lastChanged_standsFirst_whoeverChangedIt() {
    push("a", "Aniseed");
    ben.go("records/note");
    assertThat(links).hasText(new String[] {"Aniseed"});
    push("b", "Basil");
    assertThat(links).hasText(new String[] {"Basil", "Aniseed"});
    ben.openRecord("Aniseed").field("Text").fill("more of it");
    ben.button("Save").click();
    assertThat(ben.page().locator(".saved")).containsText("Saved");
    ben.go("records/note");
    assertThat(links).hasText(new String[] {"Aniseed", "Basil"});
  }

  @Test
  void words_findWhatHoldsThem_overAllPages_andShowAllLeadsBack() {
    push("a", "Aniseed");
    pair.anasOther()
        .pushAll(IntStream.range(0, 60).mapToObj(i -> note("o" + i, "Other " + i)).toList());
    ben.go("records/note");
    assertThat(told).containsText("61 notes, 50 shown");
    ben.field("Search").fill("ANIS");
    ben.field("Search").press("Enter");
    assertThat(links).hasText(new String[] {"Aniseed"});
    ben.look("search");
    ben.page().reload();
    assertThat(links).hasText(new String[] {"Aniseed"});
    ben.field("Search").fill("other");
    ben.button("Search").click();
    assertThat(links).hasCount(50);
    ben.link("Next page").click();
    assertThat(links).hasCount(10);
    ben.field("Search").fill("nowhere");
    ben.button("Search").click();
    assertThat(told).hasText("No note with “nowhere” here.");
    ben.link("Show all").click();
    assertThat(links).hasCount(50);
  }
}
