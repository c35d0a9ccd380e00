package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.browser.Screen;

/** The mission's "Conflict detection and resolution", end to end, as two people see it. */
@ExtendWith(InPairs.class)
class ConflictDetectionAndResolutionIT {

  private Pair pair;
  private AppCopy ana;
  private AppCopy ben;

  @BeforeEach
  void start(@TempDir Path folder, Pairs pairs) {
    pair = pairs.open(folder, Screen.PHONE, Screen.DESK);
    ana = pair.ana;
    ben = pair.ben;
  }

  /** Both write a text of the same note while offline; Ana comes back first, then Ben. */
  private void clash() {
    ana.note("Shopping", "Milk");
    ben.go("records");
    ben.link("Shopping").click();
    assertThat(text(ben)).hasValue("Milk");
    ana.goOffline();
    ben.goOffline();
    write(ana, "Milk and bread");
    write(ben, "Milk, two litres");
    ana.turnNetwork();
    assertThat(ana.page().locator(".mark")).hasCount(0);
    ben.turnNetwork();
    assertThat(ben.page().locator("#notices"))
        .containsText("Note “Shopping” was changed here and elsewhere");
  }

  private static Locator text(AppCopy copy) {
    return copy.page().getByLabel("Text", new Page.GetByLabelOptions().setExact(true));
  }

  private static void write(AppCopy copy, String text) {
    text(copy).fill(text);
    copy.button("Save").click();
    assertThat(copy.page().locator(".mark")).hasText("not sent yet");
  }

  private void openConflict() {
    assertThat(ben.link("Conflicts, 1 waiting")).isVisible();
    assertThat(ben.page()).hasTitle(Pattern.compile("^\\(1\\) "));
    ben.button("Decide").click();
    assertThat(ben.dialog()).containsText("Record: Note “Shopping”");
    assertThat(ben.dialog()).not().containsText("null");
    Locator sides = ben.dialog().locator("table").first();
    assertThat(sides.locator("caption")).hasText("Field: text");
    assertThat(sides.locator("th")).hasText(new String[] {"Local", "Server"});
    assertThat(sides.locator("td")).hasText(new String[] {"Milk, two litres", "Milk and bread"});
    assertThat(ben.dialog().locator("table")).hasCount(1);
  }

  private void bothHave(String expected) {
    ben.go("records").link("Shopping").click();
    assertThat(text(ben)).hasValue(expected);
    assertThat(ben.page().locator(".mark")).hasCount(0);
    assertThat(text(ana)).hasValue(expected);
    assertThat(ana.complaints()).isEmpty();
    assertThat(ben.complaints()).isEmpty();
  }

  @Test
  void keepLocal_wins_onBothSides() {
    clash();
    openConflict();
    ben.look("conflict");
    ben.button("Keep Local").click();
    assertThat(ben.dialog()).hasCount(0);
    assertThat(ben.page().locator("#bar")).containsText("is decided");
    assertThat(ben.link("Conflicts").first()).hasAttribute("aria-label", "Conflicts");
    bothHave("Milk, two litres");
  }

  @Test
  void useServer_replacesMine_andUndoBringsItBack() {
    clash();
    openConflict();
    ben.button("Use Server").click();
    assertThat(ben.page().locator("#bar")).containsText("is decided");
    bothHave("Milk and bread");
    ben.button("Undo").click();
    assertThat(ben.page().locator("#bar")).containsText("is back");
    bothHave("Milk, two litres");
  }

  @Test
  void merge_takesWhatWasTyped_onBothSides() {
    clash();
    openConflict();
    ben.button("Merge").click();
    assertThat(ben.dialog().getByRole(AriaRole.GROUP)).hasCount(1);
    ben.dialog().getByLabel("text: your own").fill("Milk, two litres, and bread");
    assertThat(ben.dialog().locator("dd")).hasText("Milk, two litres, and bread");
    ben.look("merge");
    ben.button("Save the merge").click();
    assertThat(ben.page().locator("#bar")).containsText("is decided");
    bothHave("Milk, two litres, and bread");
  }
}
