package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** A conflict that is settled tells what was decided, also to whoever confirms once more. */
@ExtendWith({WithServer.class, WithBrowser.class})
class SettledIT {
  /** Confirms, past the page, which stays as it is. */
  static final String CONFIRM =
      """
      async () => {
        const form = document.getElementById("decision");
        const button = form.querySelector("[id$=confirm]");
        const sent = new URLSearchParams(new FormData(form));
        sent.set(button.name, button.value);
        await fetch(form.action, { method: "POST", body: sent });
      }
      """;

  private final TestServer server;
  private final TestBrowser browser;
  private final Clashing ana;

  SettledIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    ana = Clashing.of(server);
  }

  private Console at(Screen screen, String conflict) {
    return Console.admin(server, browser, screen, ana.page(conflict));
  }

  private static Locator outcome(Page page, String path) {
    return page.locator("fieldset[data-path='" + path + "'] .side.outcome");
  }

  private static Locator taken(Page page, String path) {
    return page.locator("fieldset[data-path='" + path + "'] .side:has(.tag)");
  }

  static Stream<Screen> screens() {
    return Stream.of(Screen.PHONE, Screen.PHONE_DARK, Screen.DESK, Screen.DESK_DARK);
  }

  @ParameterizedTest
  @MethodSource("screens")
  void confirmingOnceMore_decidesNothing_tellsSo_andLeadsOn(Screen screen) {
    String id = ana.amount("bill-1");
    try (Console console = at(screen, id)) {
      Page page = console.page();
      console.own("/amount").fill("115");
      console.button("Merge as chosen").click();
      assertThat(page.locator(".preview")).isVisible();
      page.evaluate(CONFIRM);
      assertThat(ana.amountOf("bill-1")).isEqualTo(115);
      int version = ana.record("invoice", "bill-1").at("version").number();
      String next = ana.amount("bill-2");
      console.button("Confirm").click();

      Locator told = page.getByRole(AriaRole.STATUS).first();
      assertThat(told).containsText("settled already");
      assertThat(page.locator("h1")).hasText("invoice bill-1");
      assertThat(page.locator(".closed")).containsText("admin settled it");
      assertThat(outcome(page, "/amount").locator("pre")).hasText("115");
      assertThat(ana.record("invoice", "bill-1").at("version").number()).isEqualTo(version);
      console.look("conflict-settled-again");
      told.getByText("On to the next conflict").click();
      assertThat(page.locator("#decision")).hasAttribute("data-conflict", next);
      server.administrator().resolve(next, "USE_SERVER", 2);
    }
  }

  @Test
  void confirmingTwice_whereOthersWait_decidesOnce_andLeadsOn() {
    String id = ana.amount("bill-1");
    String next = ana.amount("bill-2");
    try (Console console = at(Screen.DESK, id)) {
      console.button("Keep the device's side").click();
      console.page().evaluate(CONFIRM);
      console.button("Confirm").click();
      assertThat(console.page().locator("#decision")).hasAttribute("data-conflict", next);
      assertThat(ana.record("invoice", "bill-1").at("version").number()).isEqualTo(3);
      server.administrator().resolve(next, "USE_SERVER", 2);
    }
  }

  @Test
  void otherButtonsOfASettledConflict_decideNothingEither() {
    String id = ana.amount("bill-1");
    try (Console console = at(Screen.DESK, id)) {
      Page page = console.page();
      console.button("Keep the device's side").click();
      page.evaluate(CONFIRM);
      console.button("Back").click();
      assertThat(page.locator(".closed")).containsText("admin settled it");
      assertThat(page.locator("#decision input[type=submit][id$=confirm]")).hasCount(0);
      assertThat(ana.amountOf("bill-1")).isEqualTo(110);
    }
  }

  @Test
  void mixOfSides_isShownFieldByField_asItWasThen() {
    String id =
        ana.on(
            "invoice",
            "bill-1",
            "{\"amount\":100,\"number\":\"2026-1\",\"to\":\"Ulm\"}",
            "{\"amount\":120,\"number\":\"2026-2\",\"to\":\"Bonn\"}",
            "{\"amount\":110,\"number\":\"2026-3\",\"to\":\"Kiel\"}");
    try (Console console = at(Screen.DESK, id)) {
      Page page = console.page();
      console.take("/amount", "CLIENT").check();
      console.take("/number", "SERVER").check();
      console.own("/to").fill("Mainz");
      console.button("Merge as chosen").click();
      console.button("Confirm").click();
      assertThat(page.getByText("No conflict matches this filter")).isVisible();
      ana.moveOn("bill-1", 3, 500);
      console.go(ana.page(id));

      assertThat(page.locator(".closed")).containsText("both sides were merged");
      assertThat(outcome(page, "/amount").locator("pre")).hasText("110");
      assertThat(taken(page, "/amount")).containsText("Device");
      assertThat(outcome(page, "/number").locator("pre")).hasText("2026-2");
      assertThat(taken(page, "/number")).containsText("Server");
      assertThat(outcome(page, "/to").locator("pre")).hasText("Mainz");
      assertThat(taken(page, "/to")).hasCount(0);
      page.getByText("The whole record after it (version 3)").click();
      assertThat(page.locator(".outcome pre").last()).containsText("\"to\": \"Mainz\"");
    }
  }

  @Test
  void sideOfTheServer_isShownAsTaken() {
    String id = ana.amount("bill-1");
    server.administrator().resolve(id, "USE_SERVER", 2);
    try (Console console = at(Screen.DESK, id)) {
      Page page = console.page();
      assertThat(page.locator(".closed")).containsText("the server's side was used");
      assertThat(outcome(page, "/amount").locator("pre")).hasText("120");
      assertThat(taken(page, "/amount")).containsText("Server");
    }
  }

  @Test
  void outcomeThatIsKeptNoMore_isSaidToBe() {
    String id = ana.amount("bill-1");
    server.administrator().resolve(id, "KEEP_CLIENT", 2);
    ana.moveOn("bill-1", 3, 500);
    server.execute("delete from revision where space = ?", ana.space());
    try (Console console = at(Screen.DESK, id)) {
      Page page = console.page();
      assertThat(page.locator(".closed")).containsText("the device's side was kept");
      assertThat(page.locator(".closed")).containsText("is not kept any more");
      assertThat(page.locator(".side.outcome")).hasCount(0);
    }
  }
}
