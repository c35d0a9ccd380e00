package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** An administrator reviews a conflict: from the sign-in to the next one. */
@ExtendWith(WithServer.class)
class ReviewIT {
  private static TestBrowser browser;

  private final TestServer server;
  private final String password;
  private final Device ana;
  private final Device laptop;
  private final String space;

  ReviewIT(TestServer server) {
    this.server = server;
    password = server.server().identity().adminPassword();
    String user = TestServer.unique("ana");
    ana = server.device(user);
    laptop = ana.another();
    space = "~" + user;
  }

  @BeforeAll
  static void openBrowser() {
    browser = TestBrowser.start();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  static Stream<Screen> screens() {
    return Stream.of(Screen.PHONE, Screen.PHONE_DARK, Screen.DESK, Screen.DESK_DARK);
  }

  /** Makes a conflict on an amount: 110 of the laptop against 120 on the server; gives its id. */
  private String conflict(String id) {
    ana.push(Edit.upsert("invoice", id, "{\"number\":\"2026-1\",\"amount\":100}"));
    ana.push(Edit.upsert("invoice", id, "{\"number\":\"2026-1\",\"amount\":120}").on(1));
    Tree clash =
        laptop.push(Edit.upsert("invoice", id, "{\"number\":\"2026-1\",\"amount\":110}").on(1));
    assertThat(clash.at("status").text()).isEqualTo("CONFLICT");
    return clash.at("conflict", "conflictId").text();
  }

  private Console admin(Screen screen) {
    return Console.open(server, browser, screen)
        .signIn("/queue.xhtml?space=" + space, "admin", password);
  }

  @ParameterizedTest
  @MethodSource("screens")
  void pages_onEveryScreen_areReadableForAll(Screen screen) {
    String id = conflict("bill-1");
    conflict("bill-2");
    try (Console console = Console.open(server, browser, screen)) {
      console.go("/queue.xhtml").look("sign-in");
      console.signIn("/queue.xhtml?space=" + space, "admin", password).look("queue");
      console.go("/conflict.xhtml?id=" + id).look("conflict");
    }
  }

  @Test
  void conflict_mergedByHand_isPreviewedConfirmed_andTheNextOneFollows() {
    conflict("bill-1");
    conflict("bill-2");
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("2 conflicts wait");
      page.getByText("invoice bill-1").click();
      assertThat(page.locator("fieldset")).containsText("/amount");
      assertThat(page.locator("fieldset pre")).hasText(new String[] {"100", "120", "110"});
      page.locator("main").getByText("History").click();
      assertThat(page).hasURL(Pattern.compile(".*/record\\.xhtml\\?.*bill-1"));
      page.goBack();
      page.getByLabel("The record gets").selectOption("OTHER");
      page.getByLabel("Value, as JSON").fill("115");
      button(page, "Merge as chosen").click();
      assertThat(page.locator("section pre")).hasText("{\"amount\":115,\"number\":\"2026-1\"}");
      button(page, "Confirm").click();

      assertThat(page.locator("h1")).hasText("invoice bill-2");
      Tree record = ana.record(space, "invoice", "bill-1");
      assertThat(record.at("data", "amount").number()).isEqualTo(115);
      button(page, "Keep the device's side").click();
      button(page, "Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("No conflict waits");
      assertThat(ana.record(space, "invoice", "bill-2").at("data", "amount").number())
          .isEqualTo(110);
    }
  }

  @Test
  void recordThatMovedOn_isNotDecided_andTheFreshSidesAreShown() {
    conflict("bill-1");
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      page.getByText("invoice bill-1").click();
      button(page, "Keep the device's side").click();
      ana.push(Edit.upsert("invoice", "bill-1", "{\"number\":\"2026-1\",\"amount\":130}").on(2));
      button(page, "Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("changed meanwhile");
      assertThat(page.locator("fieldset pre").nth(1)).hasText("130");
      assertThat(ana.record(space, "invoice", "bill-1").at("data", "amount").number())
          .isEqualTo(130);
    }
  }

  @Test
  void valueThatIsNoJson_isNamed_andNothingIsDecided() {
    String id = conflict("bill-1");
    try (Console console = admin(Screen.PHONE)) {
      Page page = console.go("/conflict.xhtml?id=" + id).page();
      page.getByLabel("The record gets").selectOption("OTHER");
      page.getByLabel("Value, as JSON").fill("one hundred");
      button(page, "Merge as chosen").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("/amount");
      assertThat(page.getByLabel("Value, as JSON")).hasValue("one hundred");
    }
  }

  @Test
  void conflictInWorkByAnother_saysWho() {
    String id = conflict("bill-1");
    server.execute(
        "insert into conflict_claim (conflict_id, user_id, claimed_at) values (?, 'olga', now())",
        id);
    try (Console console = admin(Screen.DESK)) {
      assertThat(console.page().locator("tbody")).containsText("olga");
      console.page().getByText("invoice bill-1").click();
      assertThat(console.page().locator(".note")).hasText("olga is working on this one.");
    }
  }

  @Test
  void filterThatMatchesNothing_saysSo() {
    try (Console console = admin(Screen.PHONE)) {
      String none = "space=nowhere&";
      for (String filter :
          List.of("space=" + "s".repeat(129), none + "kind=NONE", none + "text=%00")) {
        Page page = console.go("/queue.xhtml?" + filter).page();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("No conflict waits");
      }
    }
  }

  @Test
  void wrongPassword_isRefusedInWords() {
    try (Console console = Console.open(server, browser, Screen.PHONE)) {
      console.signIn("/queue.xhtml", "admin", "wrong");
      assertThat(console.page().getByRole(AriaRole.ALERT)).containsText("That was not right");
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
