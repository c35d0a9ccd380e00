package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** What somebody writes for a field that it cannot be is marked, and nothing else. */
@ExtendWith({WithServer.class, WithBrowser.class})
class WrongEntryIT {
  private final TestServer server;
  private final TestBrowser browser;
  private final Clashing ana;

  WrongEntryIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    ana = Clashing.of(server);
  }

  @Test
  void numberMistyped_isSaidToBeNone_andTheGoodValuesKeepTheirColour() {
    String id = ana.amount("bill-1");
    try (Console console = Console.admin(server, browser, Screen.DESK, ana.page(id))) {
      Page page = console.page();
      Locator values = page.locator("fieldset[data-path='/amount'] .sides pre");
      String before = colour(values.first());
      console.own("/amount").fill("12o");
      console.button("Merge as chosen").click();

      assertThat(page.locator("fieldset p.wrong")).hasText("This is not a number.");
      assertThat(console.own("/amount")).hasAttribute("aria-invalid", "true");
      assertThat(values).hasText(new String[] {"100", "120", "110"});
      assertThat(values.all()).allSatisfy(each -> assertThat(colour(each)).isEqualTo(before));
      assertThat(colour(page.locator("fieldset p.wrong"))).isNotEqualTo(before);
      console.look("conflict-wrong-entry");
    }
  }

  @Test
  void fieldOfOneSideAlone_saysWhichSideChangedIt_andNothingOfARule() {
    String id =
        ana.on(
            "invoice",
            "bill-2",
            "{\"amount\":100,\"paid\":false,\"due\":1,\"note\":\"a\"}",
            "{\"amount\":120,\"paid\":false,\"due\":2,\"note\":\"b\"}",
            "{\"amount\":110,\"paid\":true,\"due\":1,\"note\":\"b\"}");
    try (Console console = Console.admin(server, browser, Screen.DESK, ana.page(id))) {
      assertThat(summary(console, "/paid")).hasText("only the device changed it");
      assertThat(summary(console, "/due")).hasText("only the server changed it");
      assertThat(summary(console, "/note")).hasText("both made the same change");
      assertThat(summary(console, "/amount")).isHidden();
      console.look("conflict-one-side");
    }
  }

  private static Locator summary(Console console, String path) {
    return console.page().locator("fieldset[data-path='%s'] > details > summary".formatted(path));
  }

  private static String colour(Locator of) {
    return (String) of.evaluate("element => getComputedStyle(element).color");
  }
}
