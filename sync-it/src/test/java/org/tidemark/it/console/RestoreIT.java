package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
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

/** An administrator takes an earlier version of a record back. */
@ExtendWith({WithServer.class, WithBrowser.class})
class RestoreIT {
  private final TestServer server;
  private final TestBrowser browser;
  private final String space;
  private final Device phone;

  RestoreIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    String user = TestServer.unique("mia");
    phone = server.device(user);
    space = "~" + user;
  }

  static Stream<Screen> screens() {
    return Stream.of(Screen.PHONE, Screen.PHONE_DARK, Screen.DESK, Screen.DESK_DARK);
  }

  private String page(String type, String id) {
    return "/record.xhtml?type=" + type + "&space=" + space + "&id=" + id;
  }

  private Console admin(Screen screen, String type) {
    return Console.admin(server, browser, screen, page(type, "r-1"));
  }

  /** Three versions of an invoice. */
  private void invoice() {
    for (int version = 0; version < 3; version++) {
      Edit edit =
          Edit.upsert(
              "invoice", "r-1", "{\"amount\":%d,\"to\":\"Ulm\"}".formatted(100 + version * 10));
      phone.push(version == 0 ? edit : edit.on(version));
    }
  }

  private static Locator back(Page page, int version) {
    return page.getByText("Restore this version (" + version + ")");
  }

  @ParameterizedTest
  @MethodSource("screens")
  void pages_onEveryScreen_areReadableForAll(Screen screen) {
    invoice();
    try (Console console = admin(screen, "invoice")) {
      console.look("record-admin");
      back(console.page(), 1).click();
      assertThat(console.page().locator(".preview td").first()).hasText("120");
      console.look("restore");
    }
  }

  @Test
  void earlierVersion_isLookedAt_andComesBackAsTheNewestOne() {
    invoice();
    try (Console console = admin(Screen.DESK, "invoice")) {
      Page page = console.page();
      assertThat(back(page, 3)).hasCount(0);
      back(page, 1).click();
      assertThat(page.locator(".preview td")).hasText(new String[] {"120", "100"});
      assertThat(phone.record(space, "invoice", "r-1").at("version").number()).isEqualTo(3);
      console.button("Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("Version 1 is back as the newest one.");
      assertThat(page.locator(".entries > li").first()).containsText("Version 4");
      assertThat(page.locator(".entries > li").first()).containsText("admin");
    }
    Tree record = phone.record(space, "invoice", "r-1");
    assertThat(record.at("version").number()).isEqualTo(4);
    assertThat(record.at("data").canonical()).isEqualTo("{\"amount\":100,\"to\":\"Ulm\"}");
    assertThat(phone.pull().at("changes").elements())
        .as("devices hear of it")
        .anyMatch(change -> change.at("version").text().equals("4"));
    assertThat(
            server.text(
                "select actor || ' ' || before_value || ' ' || after_value from audit"
                    + " where action = 'record.restore' and space = ?",
                space))
        .isEqualTo("admin {\"amount\":120,\"to\":\"Ulm\"} {\"amount\":100,\"to\":\"Ulm\"}");
  }

  @Test
  void confirmingOnceMore_restoresNothing_andTellsSo() {
    invoice();
    try (Console console = admin(Screen.PHONE, "invoice")) {
      Page page = console.page();
      back(page, 1).click();
      assertThat(page.locator(".preview")).isVisible();
      page.evaluate(SettledIT.CONFIRM);
      assertThat(phone.record(space, "invoice", "r-1").at("version").number()).isEqualTo(4);
      console.button("Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("answered before");
      assertThat(page.locator("main")).containsText("The record is like that already.");
      console.look("restore-again");
      assertThat(phone.record(space, "invoice", "r-1").at("version").number()).isEqualTo(4);
    }
  }

  @Test
  void recordThatMovedOn_isNotTouched_andTheFreshDifferenceIsShown() {
    invoice();
    try (Console console = admin(Screen.DESK, "invoice")) {
      Page page = console.page();
      back(page, 2).click();
      phone.push(Edit.upsert("invoice", "r-1", "{\"amount\":999,\"to\":\"Ulm\"}").on(3));
      console.button("Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("changed meanwhile");
      assertThat(page.locator(".preview td")).hasText(new String[] {"999", "110"});
      assertThat(phone.record(space, "invoice", "r-1").at("version").number()).isEqualTo(4);
      console.button("Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Version 2 is back");
    }
    assertThat(phone.record(space, "invoice", "r-1").at("data", "amount").number()).isEqualTo(110);
  }

  @Test
  void deletedRecord_comesBack() {
    invoice();
    phone.push(Edit.delete("invoice", "r-1").on(3));
    try (Console console = admin(Screen.DESK, "invoice")) {
      Page page = console.page();
      assertThat(back(page, 4)).hasCount(0);
      back(page, 3).click();
      console.button("Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Version 3 is back");
    }
    assertThat(phone.record(space, "invoice", "r-1").at("deleted").isTrue()).isFalse();
  }

  @Test
  void sideThatWasNotTaken_isShownAgainstTheOneThatWas_andCanBeTakenAfterAll() {
    phone.push(Edit.upsert("profile", "r-1", "{\"name\":\"Mia\"}"));
    phone.push(Edit.upsert("profile", "r-1", "{\"name\":\"Maria\"}").on(1));
    Tree late =
        phone
            .another()
            .push(
                Edit.upsert("profile", "r-1", "{\"name\":\"Marie\"}")
                    .on(1)
                    .at("2026-02-28T12:00:00.000Z"));
    assertThat(late.at("status").text()).isEqualTo("SERVER_WINS");
    try (Console console = admin(Screen.DESK, "profile")) {
      Page page = console.page();
      Locator lost = page.locator(".entries > li.lost");
      assertThat(lost.locator("h2")).hasText("Not taken at version 2");
      assertThat(lost.locator("pre")).hasText(new String[] {"\"Maria\"", "\"Marie\""});
      lost.getByText("Restore this version").click();
      assertThat(page.locator(".preview pre").first()).hasText("\"Maria\"");
      console.button("Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("is back");
    }
    assertThat(phone.record(space, "profile", "r-1").at("data", "name").text()).isEqualTo("Marie");
  }

  @Test
  void versionThatTheSchemaForbidsNow_isRefusedBeforeItIsTried() {
    String type = TestServer.unique("parcel").replace('-', '_');
    phone.push(Edit.upsert(type, "r-1", "{\"to\":\"Frankfurt am Main\"}"));
    phone.push(Edit.upsert(type, "r-1", "{\"to\":\"Ulm\"}").on(1));
    server
        .administrator()
        .ask(
            """
            mutation { savePolicy(policy: {entityType: "%s", strategy: "MANUAL", schema: {
              type: "object", properties: {to: {type: "string", maxLength: 8}}}}) { version } }
            """
                .formatted(type));
    try (Console console = admin(Screen.DESK, type)) {
      Page page = console.page();
      back(page, 1).click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("/to");
      assertThat(console.button("Confirm")).hasCount(0);
    }
  }

  @Test
  void auditor_seesVersions_andTakesNoneBack() {
    invoice();
    String place = placeOfFirst();
    try (Console console = Console.auditor(server, browser, Screen.DESK, page("invoice", "r-1"))) {
      Page page = console.page();
      assertThat(page.locator(".entries > li")).hasCount(3);
      assertThat(page.locator(".restore")).hasCount(0);
      console.go("/restore.xhtml?type=invoice&space=" + space + "&id=r-1&place=" + place);
      assertThat(page.locator(".preview td")).hasText(new String[] {"120", "100"});
      assertThat(console.button("Confirm")).hasCount(0);
      for (String wrong : List.of("", "x", "MSB4")) {
        console.go("/restore.xhtml?type=invoice&space=" + space + "&id=r-1&place=" + wrong);
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
      }
    }
  }

  private String placeOfFirst() {
    try (Console console = admin(Screen.DESK, "invoice")) {
      String link = back(console.page(), 1).getAttribute("href");
      return link.substring(link.indexOf("place=") + 6);
    }
  }
}
