package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Conflicts are settled with the keyboard alone. */
@ExtendWith({WithServer.class, WithBrowser.class})
class ReviewKeysIT {
  private static final int MOST_TABS = 60;

  private final TestServer server;
  private final TestBrowser browser;
  private final Clashing ana;

  ReviewKeysIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    ana = Clashing.of(server);
  }

  private Console admin() {
    return Console.admin(server, browser, Screen.DESK, ana.queue());
  }

  @Test
  void conflict_isFoundChosenLookedAtAndConfirmed_byTabArrowsAndEnter() {
    ana.amount("bill-1");
    try (Console console = admin()) {
      Page page = console.page();
      Keyboard keys = page.keyboard();
      tabTo(page, "document.activeElement.textContent === 'invoice bill-1'");
      keys.press("Enter");
      isOpen(page, "invoice bill-1");
      tabTo(page, "document.activeElement.type === 'radio'");
      for (int i = 0; i < 4 && !console.take("/amount", "CLIENT").isChecked(); i++) {
        keys.press("ArrowDown");
      }
      assertThat(console.take("/amount", "CLIENT")).isChecked();
      tabTo(page, "document.activeElement.value === 'Merge as chosen'");
      keys.press("Enter");
      assertThat(page.locator("#outcome")).isFocused();
      assertThat(page.locator(".preview td")).hasText(new String[] {"120", "110"});
      tabTo(page, "document.activeElement.value === 'Confirm'");
      keys.press("Enter");
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("No conflict matches this filter");
      assertThat(ana.amountOf("bill-1")).isEqualTo(110);
    }
  }

  /** A page hears keys when it has loaded; keys themselves wait for nothing. */
  private static void isOpen(Page page, String conflict) {
    assertThat(page.locator("h1")).hasText(conflict);
    page.waitForLoadState();
  }

  private static void tabTo(Page page, String condition) {
    for (int i = 0; i < MOST_TABS; i++) {
      if (Boolean.TRUE.equals(page.evaluate(condition))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("no way by Tab to where " + condition);
  }

  @Test
  void shortcuts_goOnAndBack_andFromConflictToConflict() {
    ana.amount("bill-1");
    ana.amount("bill-2");
    try (Console console = admin()) {
      Page page = console.page();
      Keyboard keys = page.keyboard();
      page.getByText("invoice bill-1").click();
      isOpen(page, "invoice bill-1");
      keys.press("Alt+PageDown");
      isOpen(page, "invoice bill-2");
      keys.press("Alt+PageUp");
      isOpen(page, "invoice bill-1");
      console.own("/amount").focus();
      keys.press("ControlOrMeta+a");
      keys.type("115");
      keys.press("Control+Enter");
      assertThat(page.locator("#outcome")).isFocused();
      keys.press("Escape");
      assertThat(console.own("/amount")).hasValue("115");
      page.waitForLoadState();
      keys.press("Control+Enter");
      assertThat(page.locator("#outcome")).isFocused();
      keys.press("Control+Enter");
      isOpen(page, "invoice bill-2");
      assertThat(ana.amountOf("bill-1")).isEqualTo(115);
    }
  }

  @Test
  void enterInWhatOneWrites_asksForTheMergeAndDecidesNothing() {
    ana.amount("bill-1");
    try (Console console = admin()) {
      Page page = console.page();
      page.getByText("invoice bill-1").click();
      console.own("/amount").fill("115");
      console.own("/amount").press("Enter");
      assertThat(page.locator("#outcome")).hasText(Pattern.compile("becomes this"));
      assertThat(ana.amountOf("bill-1")).isEqualTo(120);
    }
  }

  @Test
  void shortcuts_areSaidToWhoReadsWithTheEars() {
    ana.amount("bill-1");
    try (Console console = admin()) {
      console.page().getByText("invoice bill-1").click();
      assertThat(console.button("Merge as chosen"))
          .hasAttribute("aria-keyshortcuts", "Control+Enter");
    }
  }
}
