package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.browser.Screen;

/** Conflicts are told in the page, in its title, and by the system: once, however many they are. */
@ExtendWith(InPairs.class)
class NoticesIT {

  private static final int FLOOD = 300;

  /**
   * Notes what the page has the system show. Chromium without a window shows nothing and says that
   * it is denied, also where it was granted.
   */
  private static final String OBSERVE =
      """
      window.told = [];
      window.Notification = class extends window.Notification {
        static get permission() { return 'granted'; }
        constructor(title, options) {
          super(title, options);
          window.told.push(this);
        }
      };
      """;

  /** Turns the network on without a click, which would bring the page to the front. */
  private static final String COME_BACK =
      """
      () => fetch('/api/network', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"on":true}',
      }).then(answer => answer.ok)
      """;

  private static final String TOLD = "() => window.told.map(each => each.body)";

  private Pair pair;
  private AppCopy ben;

  @BeforeEach
  void start(@TempDir Path folder, Pairs pairs) {
    pair = pairs.open(folder, Screen.DESK, Screen.DESK);
    ben = pair.ben;
    Page page = ben.page();
    page.context().grantPermissions(List.of("notifications"));
    page.addInitScript(OBSERVE);
    page.reload();
    page.locator("h1").waitFor();
  }

  /** Ben looks at another window. */
  private void putAside() {
    Page page = ben.page();
    CDPSession devtools = page.context().newCDPSession(page);
    JsonObject off = new JsonObject();
    off.addProperty("enabled", false);
    devtools.send("Emulation.setFocusEmulationEnabled", off);
    JsonObject bounds = new JsonObject();
    bounds.addProperty("windowState", "minimized");
    JsonObject window = new JsonObject();
    window.add(
        "windowId", devtools.send("Browser.getWindowForTarget", new JsonObject()).get("windowId"));
    window.add("bounds", bounds);
    devtools.send("Browser.setWindowBounds", window);
    page.waitForCondition(() -> Boolean.FALSE.equals(page.evaluate("document.hasFocus()")));
  }

  @Test
  void flood_isOneNotice_oneOfTheSystem_andTheNumberInTheTitle() {
    Bills bills = new Bills(pair);
    bills.make(FLOOD);
    bills.changeApart(FLOOD);
    putAside();
    ben.page().evaluate(COME_BACK);
    bills.hasHeardOf(FLOOD);

    assertThat(ben.page().locator(".notice")).hasCount(1);
    assertThat(ben.notices()).containsText("300 records were changed here and elsewhere");
    assertThat(ben.page()).hasTitle(Pattern.compile("^\\(300\\) "));
    assertThat(ben.page().evaluate(TOLD))
        .isEqualTo(
            List.of("300 records were changed here and elsewhere. You decide which counts."));
    ben.page().evaluate("window.told[0].onclick()");
    assertThat(ben.page().locator("h1")).hasText("Conflicts");

    ben.page().locator(".list a").first().click();
    ben.button("Use Server").click();
    assertThat(ben.notices()).containsText("299 records were changed here and elsewhere");
    assertThat(ben.page()).hasTitle(Pattern.compile("^\\(299\\) "));
    assertThat(ben.complaints()).isEmpty();
  }

  @Test
  void one_whileThePageIsInFront_isToldThereAlone() {
    Bills bills = new Bills(pair);
    bills.make(51);
    bills.clash(1);

    assertThat(ben.notices()).containsText("Invoice “bill-0000” was changed here and elsewhere");
    assertThat(ben.page().evaluate(TOLD)).isEqualTo(List.of());
    ben.button("Decide").click();
    assertThat(ben.dialog()).isVisible();
    ben.button("Keep Local").click();
    assertThat(ben.page().locator(".notice")).hasCount(0);
    assertThat(ben.page()).hasTitle(Pattern.compile("^Conflicts "));
  }

  @Test
  void mayOnlyRead_isTold_oneRefusalIsShown_andAllGoWithWhatTheyAreAbout() {
    ben.goOffline();
    for (String title : List.of("One", "Two", "Three")) {
      ben.note(title, "written on the way");
    }
    pair.let("VIEWER");
    ben.turnNetwork();
    Locator shown = ben.page().locator(".notice:visible");
    assertThat(ben.button("2 more notices")).isVisible();
    assertThat(shown).hasCount(1);
    ben.look("one-of-three");
    ben.button("2 more notices").click();
    assertThat(shown).hasCount(3);

    ben.openRecord("Two");
    assertThat(ben.page().locator(".view")).containsText("You can read this space");
    assertThat(ben.field("Text")).hasAttribute("readonly", "");
    for (String name : List.of("Save", "Delete", "One vote more")) {
      assertThat(ben.page().locator("#main").getByText(name).locator("visible=true")).hasCount(0);
    }
    ben.look("reader");
    ben.go("records");
    assertThat(ben.link("New note")).hasCount(0);

    ben.go("waiting");
    for (int left = 3; left > 0; left--) {
      assertThat(ben.button("Dismiss")).hasCount(left);
      ben.button("Dismiss").first().click();
    }
    assertThat(ben.page().locator(".notice")).hasCount(0);
    assertThat(ben.complaints()).isEmpty();
  }
}
