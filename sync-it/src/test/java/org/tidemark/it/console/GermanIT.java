package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/** An administrator who reads German settles a conflict and takes a version back. */
@ExtendWith({WithServer.class, WithBrowser.class})
class GermanIT {
  private final TestServer server;
  private final TestBrowser browser;
  private final Clashing ana;

  GermanIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    ana = Clashing.of(server);
  }

  static Stream<Screen> screens() {
    return Stream.of(Screen.PHONE_DARK, Screen.DESK);
  }

  @ParameterizedTest
  @MethodSource("screens")
  void conflictAndHistory_areInGerman(Screen screen) {
    String type = TestServer.unique("auftrag").replace('-', '_');
    server
        .administrator()
        .ask(
            """
            mutation { savePolicy(policy: {entityType: "%s", strategy: "MANUAL", schema: {
              type: "object", properties: {amount: {type: "integer"}}}}) { version } }
            """
                .formatted(type));
    String id = ana.on(type, "a-1", "{\"amount\":1000}", "{\"amount\":1200}", "{\"amount\":900}");
    try (Console console = Console.german(server, browser, screen)) {
      console.signIn(ana.page(id), "admin", server.server().identity().adminPassword());
      Page page = console.page();
      assertThat(page.locator("html")).hasAttribute("lang", "de");
      assertThat(page.locator(".reason")).containsText("Beide Seiten haben");
      page.getByText("Regel und Zeiten").click();
      assertThat(page.locator(".explained")).containsText("Ein Mensch entscheidet");
      assertThat(page.locator(".explained p"))
          .hasText(
              "Beide Seiten haben den Eintrag geändert, und das Regelwerk von "
                  + type
                  + " (Version 1) ist MANUAL: Ein Mensch muss entscheiden.");
      console.look("erklaerung");
      console.own("/amount").fill("\"viel\"");
      console.button("Wie gewählt zusammenführen").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("markierten Felder");
      assertThat(page.locator("fieldset p.wrong")).containsText("gefunden");
      console.look("konflikt");
      console.own("/amount").fill("1100");
      console.button("Wie gewählt zusammenführen").click();
      assertThat(page.locator(".preview td").first()).hasText("1200");
      console.look("vorschau");
      console.button("Bestätigen").click();
      assertThat(page.getByText("Kein Konflikt passt zu diesem Filter")).isVisible();

      console.go("/record.xhtml?type=" + type + "&space=" + ana.space() + "&id=a-1");
      page.getByText("Diese Version wiederherstellen (1)").click();
      assertThat(page.locator(".preview td").first()).hasText("1100");
      console.look("zurueckholen");
      console.button("Bestätigen").click();
      assertThat(page.getByRole(AriaRole.STATUS))
          .hasText("Version 1 ist wiederhergestellt, als neueste Version.");
      console.look("verlauf");
    }
  }

  /** Of what another version of the server decided there is the text alone, and that is English. */
  @Test
  void explanation_ofAnotherVersionOfTheServer_isShownAsItIsStored() {
    String id = ana.amount("a-2");
    server.execute(
        "update conflict set payload = replace(payload, 'a person must decide', 'ask your parrot')"
            + " where conflict_id = ?",
        id);
    try (Console console = Console.german(server, browser, Screen.DESK)) {
      console.signIn(ana.page(id), "admin", server.server().identity().adminPassword());
      Page page = console.page();
      page.getByText("Regel und Zeiten").click();
      assertThat(page.locator(".explained p")).containsText("Both sides changed the record");
      assertThat(page.locator(".explained p")).containsText("ask your parrot.");
      assertThat(page.locator(".explained p")).hasAttribute("lang", "en");
    }
  }

  @ParameterizedTest
  @MethodSource("screens")
  void policy_itsMistakesAndItsTrial_areInGerman(Screen screen) {
    String type = TestServer.unique("auftrag").replace('-', '_');
    new TypePolicy(server, type).save("\"strategy\":\"MANUAL\"");
    ana.on(type, "a-3", "{\"amount\":1000}", "{\"amount\":1200}", "{\"amount\":900}");
    try (Console console = Console.german(server, browser, screen)) {
      console.signIn(
          "/policy.xhtml?type=" + type, "admin", server.server().identity().adminPassword());
      Page page = console.page();
      console.button("An letzten Konflikten ausprobieren").click();
      assertThat(page.locator("#results")).containsText("Ein Mensch muss entscheiden.");
      page.getByText("Selten gebraucht").click();
      page.getByLabel("Größte Daten").fill("viel");
      page.getByLabel("Nur in diesen Bereichen").fill("a b" + "b".repeat(128));
      page.getByLabel("JSON-Schema").fill("{\"type\": ");
      console.button("Prüfen").click();
      assertThat(page.getByRole(AriaRole.ALERT))
          .containsText("/schema ist kein JSON: Es hört zu früh auf (Zeile 1, Spalte");
      assertThat(page.getByRole(AriaRole.ALERT))
          .containsText("/maxBytes muss eine ganze Zahl von 2 bis 16777216 sein");
      assertThat(page.getByRole(AriaRole.ALERT))
          .containsText("/spaces/1 darf höchstens 128 Zeichen haben");
      console.look("regelwerk");
    }
  }
}
