package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Pages that stand open are told what is new, however many they are. */
@ExtendWith({WithServer.class, WithBrowser.class})
class OpenPagesIT {
  private static final String TOLD = "has come in";

  /** A browser shows a page of a test at all times, and the test says what it would say. */
  private static final String SHOW =
      """
      (state) => {
        Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
        document.dispatchEvent(new Event("visibilitychange"));
      }
      """;

  private final TestServer server;
  private final TestBrowser browser;
  private final Clashing ana;

  OpenPagesIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    ana = Clashing.of(server);
  }

  /** What waits would be counted by the tests of other pages. */
  @AfterEach
  void settleWhatWaits() {
    server.execute(
        "update conflict set status = 'RESOLVED' where space = ? and status = 'OPEN'", ana.space());
  }

  private static Locator live(Page page, boolean listening) {
    return page.locator(".live[data-listening=" + (listening ? "yes" : "no") + "]");
  }

  @Test
  void pageOneTooMany_takesThePlaceOfTheOldest_whichHasItBackWhenLookedAt() {
    try (Console console = Console.auditor(server, browser, Screen.DESK, ana.queue())) {
      List<Page> pages = new ArrayList<>(List.of(console.page()));
      List<String> asked = new ArrayList<>();
      for (int i = 1; i <= 4; i++) {
        int number = i;
        Page more = console.page().context().newPage();
        more.onRequest(
            request -> {
              if (request.url().contains("/events?")) {
                asked.add("page " + number);
              }
            });
        more.navigate(console.page().url());
        assertThat(live(more, true)).hasCount(1);
        pages.add(more);
      }
      Page oldest = pages.get(0);
      assertThat(live(oldest, false)).hasCount(1);
      ana.amount("bill-1");
      for (Page page : pages.subList(1, 5)) {
        assertThat(live(page, true)).containsText(TOLD);
      }
      assertThat(live(oldest, false)).not().containsText(TOLD);

      oldest.evaluate("() => window.dispatchEvent(new Event('focus'))");
      assertThat(live(oldest, true)).containsText(TOLD);
      assertThat(live(pages.get(1), false)).hasCount(1);
      ana.amount("bill-2");
      for (Page page : List.of(oldest, pages.get(2), pages.get(3), pages.get(4))) {
        assertThat(live(page, true)).containsText("2 more have come in");
      }
      assertThat(asked).containsExactly("page 1", "page 2", "page 3", "page 4");
    }
  }

  @Test
  void signInAgain_leadsToThePage_whateverAskedForNewsMeanwhile() {
    try (Console console = Console.auditor(server, browser, Screen.DESK, ana.queue())) {
      Page page = console.page();
      Page other = page.context().newPage();
      other.navigate(page.url());
      assertThat(live(other, true)).hasCount(1);
      page.getByText("Sign out").click();
      assertThat(page.getByLabel("Password")).isVisible();
      // Its stream has ended, and it has asked for another one.
      assertThat(live(other, false)).hasCount(1);
      console.signInHere("auditor", TestServer.AUDITOR_PASSWORD);
      assertThat(page.locator("h1")).hasText("Conflicts");
    }
  }

  @Test
  void pageThatNobodySees_leavesTheServerAlone_andKnowsAllWhenSeenAgain() {
    try (Console console = Console.auditor(server, browser, Screen.DESK, ana.queue())) {
      Page page = console.page();
      assertThat(live(page, true)).hasCount(1);
      page.evaluate(SHOW, "hidden");
      assertThat(live(page, false)).hasCount(1);
      ana.amount("bill-1");
      Page other = page.context().newPage();
      other.navigate(page.url());
      assertThat(other.locator("tbody tr")).hasCount(1);
      assertThat(live(page, false)).not().containsText(TOLD);
      page.evaluate(SHOW, "visible");
      assertThat(live(page, true)).containsText(TOLD);
    }
  }
}
