package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What an administrator does on the pages that settle many conflicts at once. */
final class BulkPages {

  private BulkPages() {}

  static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  static void pick(Page page, String id) {
    page.getByLabel("Select invoice " + id, exact()).check();
  }

  static Locator selected(Page page) {
    return page.locator("#selected");
  }

  /** Tries a choice out for what is selected, and waits for what it tells. */
  static void tryOut(Page page, String choice) {
    page.getByLabel("Settle what is selected").selectOption(choice);
    button(page, "Try it out").click();
    stage(page, "Tried out");
  }

  static void tryOutAll(Page page, String choice) {
    page.locator("[data-do=all]").click();
    tryOut(page, choice);
  }

  /** Confirms what was tried out, and waits until it is done. */
  static void settle(Page page, int count) {
    button(page, "Settle " + conflicts(count)).click();
    stage(page, "Done");
  }

  static void undo(Page page, int count) {
    page.getByText("Take it back …").click();
    button(page, "Take " + conflicts(count) + " back").click();
    stage(page, "Taken back");
  }

  private static String conflicts(int count) {
    return count + (count == 1 ? " conflict" : " conflicts");
  }

  static void stage(Page page, String words) {
    assertThat(page.locator(".stage .badge")).hasText(words);
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
