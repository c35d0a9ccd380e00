package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.browser.Screen;
import org.tidemark.it.server.Edit;

/** A small phone: what the page tells at its foot never lies over Save. */
@ExtendWith(InPairs.class)
class SaveInSightIT {

  private static final Screen SMALL = new Screen("small-phone", 390, 700, ColorScheme.LIGHT);

  /** Scrolls through the whole page, and tells where Save was under something else. */
  private static final String COVERED =
      """
      () => {
        const save = [...document.querySelectorAll('button')].find(each => each.textContent === 'Save');
        const covered = [];
        for (let top = 0; top <= document.documentElement.scrollHeight - innerHeight; top += 25) {
          scrollTo(0, top);
          const box = save.getBoundingClientRect();
          const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          if (box.y + box.height / 2 >= 0 && seen !== save) {
            covered.push(top);
          }
        }
        scrollTo(0, 0);
        return covered.join();
      }
      """;

  @Test
  void noticeAndBarTogether_leaveSaveFree_whereverOneHasScrolledTo(
      @TempDir Path folder, Pairs pairs) {
    Pair pair = pairs.open(folder, Screen.DESK, SMALL);
    AppCopy ben = pair.ben;
    ben.note("Draft", "In the way");
    ben.note("Diary", "Today");
    pair.clash(
        Edit.upsert("invoice", "i1", "{\"number\":\"2026-1\",\"amount\":100}"),
        copy -> {
          copy.field("Amount (a number)").fill("110");
          copy.button("Save").click();
        },
        Edit.upsert("invoice", "i1", "{\"number\":\"2026-1\",\"amount\":120}"));
    ben.go("records/note");
    ben.openRecord("Draft").button("Delete").click();
    assertThat(ben.page().locator("#bar")).containsText("is deleted");
    ben.openRecord("Diary");
    assertThat(ben.page().locator("#bar")).isVisible();
    assertThat(ben.page().locator(".notice")).isVisible();

    Page page = ben.page();
    ben.field("Text").fill("Tomorrow");
    page.evaluate("scrollTo(0, 0)");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/app-save-in-sight.png")));
    assertThat(page.evaluate(COVERED)).isEqualTo("");
    assertThat(page.locator(".foot").boundingBox().height).isLessThan(SMALL.height() / 3.0);

    BoundingBox save = ben.button("Save").boundingBox();
    page.mouse().click(save.x + save.width / 2, save.y + save.height / 2);
    assertThat(page.locator(".saved")).hasText("Saved and sent.");
    assertThat(page.evaluate("scrollY")).isEqualTo(0);
    ben.look("save-in-sight");
    assertThat(ben.complaints()).isEmpty();
  }
}
