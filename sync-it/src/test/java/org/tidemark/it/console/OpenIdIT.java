package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;

/** People sign in at the console by a provider of their organization. */
class OpenIdIT {
  private static Provider provider;
  private static TestServer server;
  private static TestBrowser browser;
  private static URI console;

  @BeforeAll
  static void start() {
    provider = Provider.start();
    server =
        TestServer.start(
            Map.of(
                "SYNC_CONSOLE_OIDC_ISSUER", provider.issuer().toString(),
                "SYNC_CONSOLE_OIDC_CLIENT_ID", Provider.CLIENT,
                "SYNC_CONSOLE_OIDC_CLIENT_SECRET", Provider.SECRET));
    console = server.server().addresses().sync().resolve("/console/");
    provider.register(console);
    browser = TestBrowser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
    provider.close();
  }

  private static Console signIn(String page, String person) {
    Console at = Console.open(server, browser, Screen.DESK).go(page);
    at.page().getByText("Sign in with your organization").click();
    at.page().getByLabel("Username").fill(person);
    at.page().getByLabel("Password").fill(Provider.PASSWORD);
    at.page().locator("button[type=submit]").click();
    return at;
  }

  @Test
  void administrator_comesToThePageThatWasAskedFor_andMayChangeThings() {
    try (Console ada = signIn("/queue.xhtml?type=note&hours=1", Provider.ADA)) {
      assertThat(ada.page()).hasURL(Pattern.compile("/console/queue\\.xhtml\\?type=note&hours=1$"));
      assertThat(ada.page().locator(".who")).containsText("Name of " + Provider.ADA);

      // The boundary behind the page wants a caller with a role too.
      ada.go("/audit.xhtml");
      assertThat(ada.page().locator("h1")).hasText("Audit trail");
    }
  }

  @Test
  void auditor_looksOn() {
    try (Console otto = signIn("/overview.xhtml", Provider.OTTO)) {
      assertThat(otto.page().locator("h1")).hasText("Overview");
    }
  }

  @Test
  void somebodyWithoutARole_isToldWhy_andStaysOut() {
    try (Console eve = signIn("/audit.xhtml", Provider.EVE)) {
      assertThat(eve.page().locator("[role=alert]")).containsText("may not use this console");
      assertThat(eve.page().locator("nav")).hasCount(0);
      eve.go("/audit.xhtml");
      assertThat(eve.page().locator("nav")).hasCount(0);
    }
    assertThat(refused(Provider.EVE)).as("in the audit trail").isEqualTo(1);
  }

  private static long refused(String name) {
    return server.number(
        "select count(*) from audit where action = 'console.refused' and actor = ?", name);
  }

  @Test
  void signOut_endsTheSessionAtTheProviderToo() {
    try (Console ada = signIn("/queue.xhtml", Provider.ADA)) {
      ada.page().getByText("Sign out").click();
      ada.page().getByText("Sign in with your organization").click();
      assertThat(ada.page()).hasURL(atTheProvider("/login"));
    }
  }

  @Test
  void session_hasAnotherNameAfterTheSignIn() {
    try (Console ada = Console.open(server, browser, Screen.DESK).go("/queue.xhtml")) {
      ada.page().getByText("Sign in with your organization").click();
      String before = session(ada.page());
      ada.page().getByLabel("Username").fill(Provider.ADA);
      ada.page().getByLabel("Password").fill(Provider.PASSWORD);
      ada.page().locator("button[type=submit]").click();
      assertThat(ada.page().locator("h1")).hasText("Conflicts");
      assertThat(session(ada.page())).isNotEqualTo(before);
    }
  }

  private static Pattern atTheProvider(String path) {
    return Pattern.compile("^" + provider.issuer() + path);
  }

  private static String session(Page page) {
    return page.context().cookies(console.toString()).stream()
        .filter(cookie -> cookie.name.equals("JSESSIONID"))
        .map((Cookie cookie) -> cookie.value)
        .findFirst()
        .orElseThrow();
  }

  /** Somebody may send a link that signs the reader in as somebody else. */
  @Test
  void answer_thatThisBrowserDidNotAskFor_letsNobodyIn() {
    long before = refused("?");
    try (Console somebody = Console.open(server, browser, Screen.DESK)) {
      somebody.go("/openid/back?code=stolen&state=guessed");
      assertThat(somebody.page().locator("[role=alert]")).containsText("start again");
      assertThat(somebody.page().locator("nav")).hasCount(0);

      somebody.page().getByText("Sign in with your organization").click();
      somebody.go("/openid/back?code=stolen&state=guessed");
      assertThat(somebody.page().locator("[role=alert]")).containsText("start again");
      assertThat(somebody.page().locator("nav")).hasCount(0);
    }
    assertThat(refused("?")).as("in the audit trail, of nobody known").isEqualTo(before + 2);
  }

  @Test
  void codeOfSomebodyElse_letsNobodyIn() {
    try (Console somebody = Console.open(server, browser, Screen.DESK).go("/queue.xhtml")) {
      somebody.page().getByText("Sign in with your organization").click();
      assertThat(somebody.page()).hasURL(atTheProvider("/"));
      String state = state(somebody.page());
      somebody.go("/openid/back?code=stolen&state=" + state);
      assertThat(somebody.page().locator("[role=alert]")).hasCount(1);
      assertThat(somebody.page().locator("nav")).hasCount(0);
    }
  }

  /** The state stands in the address of the first request to the provider. */
  private static String state(Page page) {
    page.goBack();
    Request asked =
        page.waitForRequest(
            request -> request.url().contains("/oauth2/authorize"),
            () -> page.getByText("Sign in with your organization").click());
    assertThat(asked.url()).contains("state=");
    return asked.url().replaceAll(".*[?&]state=([^&]*).*", "$1");
  }

  @Test
  void accountOfThisServer_isStillThere() {
    try (Console admin = Console.open(server, browser, Screen.DESK)) {
      admin.signIn("/queue.xhtml", "admin", server.server().identity().adminPassword());
      assertThat(admin.page().locator(".who")).containsText("admin");
    }
  }

  @Test
  void otherMethods_andUnknownPaths_areBehindTheSignIn() {
    Http nobody = new Http(console, "");
    assertThat(nobody.get("openid/elsewhere").body()).contains("j_security_check");
  }

  static java.util.stream.Stream<Screen> screens() {
    return java.util.stream.Stream.of(
        Screen.PHONE, Screen.PHONE_DARK, Screen.DESK, Screen.DESK_DARK);
  }

  @ParameterizedTest
  @MethodSource("screens")
  void signInPage_isForAllEyes(Screen screen) {
    try (Console nobody = Console.open(server, browser, screen).go("/queue.xhtml")) {
      nobody.look("sign-in-openid");
    }
  }
}
