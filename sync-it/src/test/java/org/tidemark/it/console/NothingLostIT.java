package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Whatever comes between, what a person has chosen and typed for a conflict is still there. */
@ExtendWith({WithServer.class, WithBrowser.class})
class NothingLostIT {
  private final TestServer server;
  private final TestBrowser browser;
  private final String password;
  private final Clashing ana;

  NothingLostIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    password = server.server().identity().adminPassword();
    ana = Clashing.of(server);
  }

  private Console at(String conflict) {
    return Console.admin(server, browser, Screen.DESK, ana.page(conflict));
  }

  @Test
  void sessionThatIsGoneWhileOneTypes_costsNothing() {
    String id = ana.amount("bill-1");
    try (Console console = at(id)) {
      Page page = console.page();
      console.own("/amount").fill("115");
      page.getByLabel("Comment for your colleagues").fill("as agreed by phone");
      console.forgetSession();
      console.button("Merge as chosen").click();
      assertThat(page.locator("input[name=j_password]")).isVisible();
      console.signInHere("admin", password);

      assertThat(page).hasURL(Pattern.compile("conflict\\.xhtml\\?.*id=" + id));
      assertThat(page.locator("#restored")).hasText(Pattern.compile("What you had chosen"));
      assertThat(console.own("/amount")).hasValue("115");
      assertThat(console.take("/amount", "OTHER")).isChecked();
      assertThat(page.getByLabel("Comment for your colleagues")).hasValue("as agreed by phone");
      console.look("conflict-restored");
      console.button("Merge as chosen").click();
      console.button("Confirm").click();
      assertThat(page.getByText("No conflict matches this filter")).isVisible();
      assertThat(ana.amountOf("bill-1")).isEqualTo(115);
    }
  }

  @Test
  void pageThatTheServerHasForgotten_asManyWereOpenedSince_losesNothing() {
    String id = ana.amount("bill-1");
    try (Console console = at(id)) {
      console.own("/amount").fill("115");
      for (int more = 0; more < 12; more++) {
        assertThat(console.take(ana.page(id)).status()).isEqualTo(200);
      }
      console.button("Merge as chosen").click();
      assertThat(console.page().locator("#restored")).isVisible();
      assertThat(console.own("/amount")).hasValue("115");
      console.button("Merge as chosen").click();
      assertThat(console.page().locator(".preview")).containsText("115");
    }
  }

  @Test
  void longText_outlivesTheSessionToo() {
    String text = "{\"number\":\"%s\"}";
    String id =
        ana.on(
            "invoice",
            "bill-1",
            text.formatted("a"),
            text.formatted("b".repeat(70)),
            text.formatted("c"));
    String typed = "many words ".repeat(8_000).strip();
    try (Console console = at(id)) {
      console.own("/number").fill(typed);
      console.forgetSession();
      console.button("Merge as chosen").click();
      assertThat(console.page().locator("input[name=j_password]")).isVisible();
      console.signInHere("admin", password);
      assertThat(console.own("/number")).hasValue(typed);
      console.button("Merge as chosen").click();
      assertThat(console.page().locator(".preview")).isVisible();
      console.button("Confirm").click();
      assertThat(console.page().getByText("No conflict matches this filter")).isVisible();
      assertThat(ana.record("invoice", "bill-1").at("data", "number").text()).isEqualTo(typed);
    }
  }

  @Test
  void sessionThatTheServerEnds_beforeTheConfirmation_decidesNothing_andKeepsTheChoice() {
    String id = ana.amount("bill-1");
    try (Console console = at(id)) {
      Page page = console.page();
      console.own("/amount").fill("115");
      console.button("Merge as chosen").click();
      assertThat(page.locator(".preview")).isVisible();
      Page second = page.context().newPage();
      second.navigate(page.url());
      second.getByText("Sign out").click();
      assertThat(second.locator("input[name=j_password]")).isVisible();
      console.button("Confirm").click();
      console.signInHere("admin", password);

      assertThat(console.own("/amount")).hasValue("115");
      assertThat(console.take("/amount", "OTHER")).isChecked();
      assertThat(ana.amountOf("bill-1")).isEqualTo(120);
    }
  }

  @Test
  void pageThatIsLeft_hasTheChoiceWhenOneComesBack_untilItIsGivenUp() {
    String id = ana.amount("bill-1");
    try (Console console = at(id)) {
      Page page = console.page();
      console.own("/amount").fill("115");
      console.go(ana.queue()).go(ana.page(id));
      assertThat(console.own("/amount")).hasValue("115");
      console.button("Begin afresh").click();
      assertThat(page.locator("#restored")).isHidden();
      assertThat(console.own("/amount")).not().hasValue("115");
    }
  }

  @Test
  void colleagueWhoIsFaster_isTold_andTheSecondLosesNothing() {
    String id = ana.amount("bill-1");
    try (Console first = at(id);
        Console second = at(id)) {
      second.own("/amount").fill("117");
      second.button("Merge as chosen").click();
      first.button("Keep the device's side").click();
      first.button("Confirm").click();
      assertThat(first.page().getByText("No conflict matches this filter")).isVisible();

      second.button("Confirm").click();
      Page page = second.page();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Somebody else was faster");
      assertThat(page.locator(".closed")).containsText("admin settled it");
      assertThat(page.locator(".closed")).containsText("the device's side was kept");
      assertThat(page.locator("section[aria-labelledby=mine]")).containsText("117");
      second.look("conflict-too-late");
      second.go(ana.page(id));
      assertThat(page.locator("#kept")).containsText("117");
      assertThat(ana.amountOf("bill-1")).isEqualTo(110);
      first.go(ana.page(id));
      assertThat(first.page().locator("#kept")).isHidden();
    }
  }

  @Test
  void recordThatMovesOnBeforeTheConfirmation_isShownAsItIs_withTheChoice() {
    String id = ana.amount("bill-1");
    try (Console console = at(id)) {
      Page page = console.page();
      console.own("/amount").fill("115");
      console.button("Merge as chosen").click();
      ana.moveOn("bill-1", 2, 130);
      console.button("Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("changed meanwhile");
      assertThat(page.locator("fieldset pre").nth(1)).hasText("130");
      assertThat(console.own("/amount")).hasValue("115");
      assertThat(ana.amountOf("bill-1")).isEqualTo(130);
      console.button("Merge as chosen").click();
      assertThat(page.locator(".preview td")).hasText(new String[] {"130", "115"});
      console.button("Confirm").click();
      assertThat(page.getByText("No conflict matches this filter")).isVisible();
      assertThat(ana.amountOf("bill-1")).isEqualTo(115);
    }
  }

  @Test
  void recordThatMovedOnBefore_isShownAsItIs_whenThePageOpens() {
    String id = ana.amount("bill-1");
    ana.moveOn("bill-1", 2, 130);
    try (Console console = at(id)) {
      Page page = console.page();
      assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("was changed since");
      assertThat(page.locator("fieldset pre")).hasText(new String[] {"100", "130", "110"});
      console.button("Keep the device's side").click();
      console.button("Confirm").click();
      assertThat(page.getByText("No conflict matches this filter")).isVisible();
      assertThat(ana.amountOf("bill-1")).isEqualTo(110);
    }
  }

  @Test
  void laterEditOfTheDevice_takesThePlace_andTheChoiceComesAlong() {
    String id = ana.amount("bill-1");
    try (Console console = at(id)) {
      Page page = console.page();
      console.own("/amount").fill("115");
      console.button("Merge as chosen").click();
      ana.laptop()
          .push(Edit.upsert("invoice", "bill-1", "{\"number\":\"2026-1\",\"amount\":112}").on(1));
      console.button("Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("later edit");
      assertThat(page.locator("fieldset pre").nth(2)).hasText("112");
      assertThat(console.own("/amount")).hasValue("115");
      assertThat(console.take("/amount", "OTHER")).isChecked();
      console.go(ana.page(id));
      page.getByText("The conflict that took its place").click();
      assertThat(page.locator("fieldset pre").nth(2)).hasText("112");
    }
  }

  @Test
  void wayBackAfterTheConfirmation_leadsToThePageOfTheConflict() {
    String id = ana.amount("bill-1");
    try (Console console = at(id)) {
      Page page = console.page();
      console.button("Keep the device's side").click();
      console.button("Confirm").click();
      assertThat(page.getByText("No conflict matches this filter")).isVisible();
      page.goBack();
      assertThat(page.locator(".closed")).containsText("admin settled it");
      page.reload();
      assertThat(page.locator("h1")).hasText("invoice bill-1");
      assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    }
  }
}
