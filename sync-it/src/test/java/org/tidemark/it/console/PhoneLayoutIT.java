package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Where there is no room for columns, what belongs together stands below each other. */
@ExtendWith({WithServer.class, WithBrowser.class})
class PhoneLayoutIT {
  private static final String TEXT = "Leave it at the door.\nThen ring the bell, please. ";

  private final TestServer server;
  private final TestBrowser browser;
  private final Clashing ana;

  PhoneLayoutIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    ana = Clashing.of(server);
  }

  private String longNote() {
    String note = "{\"note\":\"%s\"}";
    String text = TEXT.repeat(3).replace("\n", "\\n");
    return ana.on(
        "invoice",
        "bill-1",
        note.formatted(text),
        note.formatted(text + "Twice."),
        note.formatted(text + "Three times."));
  }

  private static BoundingBox box(Locator of) {
    BoundingBox box = of.boundingBox();
    assertThat(box).isNotNull();
    return box;
  }

  @Test
  void preview_standsBelowEachOtherOnAPhone_andSideBySideOnADesk_withItsLines() {
    String id = longNote();
    for (Screen screen : new Screen[] {Screen.PHONE, Screen.DESK}) {
      try (Console console = Console.admin(server, browser, screen, ana.page(id))) {
        Page page = console.page();
        console.button("Keep the device's side").click();
        Locator values = page.locator(".preview td");
        assertThat(values.first().locator("pre")).isVisible();
        assertThat(values.first().innerText()).contains("door.\nThen ring").doesNotContain("\\n");
        BoundingBox before = box(values.nth(0));
        BoundingBox after = box(values.nth(1));
        double table = box(page.locator(".preview")).width;
        if (screen.equals(Screen.PHONE)) {
          assertThat(after.y).isGreaterThan(before.y + before.height - 1);
          assertThat(after.width).isGreaterThan(0.8 * table);
        } else {
          assertThat(after.x).isGreaterThan(before.x + before.width - 1);
          assertThat(before.width + after.width).isGreaterThan(0.7 * table);
        }
        console.look("preview-lines");
      }
    }
  }

  @Test
  void differencesOfHistoryAndTrail_andTheQueue_standBelowEachOther() {
    ana.amount("bill-1");
    ana.amount("bill-2");
    try (Console console = Console.admin(server, browser, Screen.PHONE, ana.queue())) {
      Page page = console.page();
      Locator cells = page.locator("tbody tr").first().locator("td[data-label]");
      assertThat(box(cells.nth(1)).y).isGreaterThan(box(cells.nth(0)).y);
      page.getByLabel("Select all on this page").check();
      assertThat(page.locator("#selected")).containsText("2");
      page.locator("tbody input[type=checkbox]").first().uncheck();
      assertThat(page.locator("#selected")).containsText("1");
      console.look("queue-cards");
      for (String path :
          new String[] {
            "/record.xhtml?type=invoice&id=bill-1&space=" + ana.space(),
            "/audit.xhtml?action=conflict.claim"
          }) {
        console.go(path);
        console.look(path.substring(1, path.indexOf('.')) + "-cards");
      }
      console.go("/record.xhtml?type=invoice&id=bill-1&space=" + ana.space());
      Locator values = page.locator(".differences").first().locator("td");
      assertThat(box(values.nth(1)).y).isGreaterThan(box(values.nth(0)).y);
    }
  }

  @Test
  void uploadsInGerman_stayWithinTheirCards_andPolicyChoicesAreWhole() {
    ana.phone().pull();
    try (Console console = Console.german(server, browser, Screen.PHONE)) {
      console.signIn("/media.xhtml", "admin", server.server().identity().adminPassword());
      Page page = console.page();
      console.look("uploads-de");
      assertThat(
              page.evaluate(
                  "[...document.querySelectorAll('.card')]"
                      + ".filter(card => card.scrollWidth > card.clientWidth).length"))
          .isEqualTo(0);
      console.go("/policy.xhtml?type=" + TestServer.unique("bill"));
      page.locator("[id='policy:way']").selectOption("SERVER_MERGE");
      console.look("policy-de");
    }
  }

  @Test
  void signIn_namesTheProduct_andItsCardTouchesNoEdge() {
    try (Console console = Console.open(server, browser, Screen.PHONE)) {
      Page page = console.go("/queue.xhtml").page();
      assertThat(page.locator("main")).containsText("Tidemark");
      BoundingBox card = box(page.locator("main.card"));
      assertThat(card.x).isGreaterThanOrEqualTo(12);
      assertThat(card.x + card.width).isLessThanOrEqualTo(390 - 12);
    }
  }
}
