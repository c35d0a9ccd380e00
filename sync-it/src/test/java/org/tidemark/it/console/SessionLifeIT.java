package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.TestServer;

/** A session ends after its time, however busy it is, and whoever let its person in. */
class SessionLifeIT {
  private static final Pattern POLICY = Pattern.compile("/console/policy\\.xhtml\\?type=note$");
  private static final String SIGN_INS =
      "select count(*) from audit where action = 'console.signIn' and actor = ?";

  @Test
  void busySession_endsAfterItsTime_andThePersonSignsInAgain() {
    try (Provider provider = Provider.start();
        TestServer server =
            TestServer.start(
                Map.of(
                    "SYNC_CONSOLE_SESSION_LIFE",
                    "PT5S",
                    "SYNC_CONSOLE_OIDC_ISSUER",
                    provider.issuer().toString(),
                    "SYNC_CONSOLE_OIDC_CLIENT_ID",
                    Provider.CLIENT,
                    "SYNC_CONSOLE_OIDC_CLIENT_SECRET",
                    Provider.SECRET));
        TestBrowser browser = TestBrowser.start()) {
      URI console = server.server().addresses().sync().resolve("/console/");
      provider.register(console);
      byTheProvider(server, browser);
      byAPassword(server, browser);
    }
  }

  private static void byTheProvider(TestServer server, TestBrowser browser) {
    try (Console ada = Console.open(server, browser, Screen.DESK).go("/overview.xhtml")) {
      Page page = ada.page();
      Locator offer = page.getByText("Sign in with your organization");
      offer.click();
      page.getByLabel("Username").fill(Provider.ADA);
      page.getByLabel("Password").fill(Provider.PASSWORD);
      page.locator("button[type=submit]").click();
      assertThat(page.locator("h1")).hasText("Overview");
      assertThat(server.number(SIGN_INS, Provider.ADA)).isEqualTo(1);

      untilItEnds(page, offer);
      assertThat(page).hasURL(Pattern.compile("/console/overview\\.xhtml$"));
      offer.click();
      assertThat(page.locator("h1")).hasText("Overview");
      assertThat(server.number(SIGN_INS, Provider.ADA)).isEqualTo(2);
    }
  }

  private static void byAPassword(TestServer server, TestBrowser browser) {
    try (Console admin = Console.admin(server, browser, Screen.DESK, "/policy.xhtml?type=note")) {
      Page page = admin.page();
      assertThat(server.number(SIGN_INS, "admin")).isEqualTo(1);
      untilItEnds(page, page.locator("input[name=j_username]"));
      admin.signInHere("admin", server.server().identity().adminPassword());
      assertThat(page).hasURL(POLICY);
      assertThat(server.number(SIGN_INS, "admin")).isEqualTo(2);

      page.waitForCondition(
          () -> {
            page.waitForNavigation(() -> Console.button(page, "Check").click());
            return page.locator("input[name=j_username]").count() > 0;
          });
      admin.signInHere("admin", server.server().identity().adminPassword());
      assertThat(page).hasURL(POLICY);
      assertThat(page.locator("#lost")).isVisible();
    }
  }

  /** Looks at the page again and again, which alone would keep a session for ever. */
  private static void untilItEnds(Page page, Locator offer) {
    page.waitForCondition(
        () -> {
          page.reload();
          return offer.count() > 0;
        });
  }
}
