package org.tidemark.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.TestServer;

/**
 * Somebody at the console, in a session of their own, who acts on a page and judges it when it has
 * loaded: before that its scripts hear no key and no tick, and it has not all of its rows.
 */
final class Console implements AutoCloseable {
  private static final String MARK_LOADED =
      "addEventListener('load', () => document.documentElement.dataset.loaded = 'yes')";
  private static final String LOADING = "html:not([data-loaded])";

  private final String address;
  private final BrowserContext session;
  private final Screen screen;
  private final Page page;

  private Console(String address, BrowserContext session, Screen screen) {
    this.address = address;
    this.session = session;
    this.screen = screen;
    session.addInitScript(MARK_LOADED);
    this.page = session.newPage();
    page.addLocatorHandler(page.locator(LOADING), loading -> page.waitForLoadState());
  }

  static Console open(TestServer server, TestBrowser browser, Screen screen) {
    String address = server.server().addresses().sync().resolve("/console").toString();
    return new Console(address, browser.session(screen), screen);
  }

  /** Somebody who reads German. */
  static Console german(TestServer server, TestBrowser browser, Screen screen) {
    String address = server.server().addresses().sync().resolve("/console").toString();
    return new Console(address, browser.session(screen, "de-DE"), screen);
  }

  /** Goes to a page and signs in on the way. */
  Console signIn(String path, String name, String password) {
    page.navigate(address + path);
    return signInHere(name, password);
  }

  /** Signs in where the page asks for it. */
  Console signInHere(String name, String password) {
    page.locator("input[name=j_username]").fill(name);
    page.locator("input[name=j_password]").fill(password);
    page.waitForNavigation(() -> page.locator("button[type=submit]").click());
    return this;
  }

  /** Ends the session behind the page's back. */
  void forgetSession() {
    session.clearCookies();
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** The choice of a side for the only field, or for the one that has this path. */
  Locator take(String path, String side) {
    return page.locator("fieldset[data-path='" + path + "'] input[value=" + side + "]");
  }

  /** Where something else is written for a field. */
  Locator own(String path) {
    return page.locator("fieldset[data-path='" + path + "'] [data-own]");
  }

  Console go(String path) {
    page.navigate(address + path);
    return this;
  }

  /** Somebody who may read everything and change nothing. */
  static Console auditor(TestServer server, TestBrowser browser, Screen screen, String path) {
    return open(server, browser, screen).signIn(path, "auditor", TestServer.AUDITOR_PASSWORD);
  }

  /** Somebody who may change what there is. */
  static Console admin(TestServer server, TestBrowser browser, Screen screen, String path) {
    String password = server.server().identity().adminPassword();
    return open(server, browser, screen).signIn(path, "admin", password);
  }

  /** Takes a file in the session of the page. */
  APIResponse take(String path) {
    return page.request().get(address + path);
  }

  /**
   * Sends a form in the session of the page, as a browser does from a page of this or another site.
   */
  APIResponse send(String path, String site) {
    return page.request()
        .post(address + path, RequestOptions.create().setHeader("Sec-Fetch-Site", site));
  }

  Page page() {
    return page;
  }

  /** The button of exactly that name. */
  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Looks at the page: axe finds nothing, nothing is cut off sideways, and a picture is kept. */
  void look(String name) {
    page.waitForLoadState();
    assertThat(TestBrowser.violations(page)).as("%s on a %s", name, screen.name()).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits on a %s", name, screen.name())
        .isEqualTo(true);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", name + "-" + screen.name() + ".png")));
  }

  @Override
  public void close() {
    session.close();
  }
}
