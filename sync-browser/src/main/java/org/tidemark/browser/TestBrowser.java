package org.tidemark.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A browser without a window. Everything of it belongs to the thread that started it. */
public final class TestBrowser implements AutoCloseable {
  /** What never comes is waited for this long; a busy machine of two cores must be no failure. */
  private static final double PATIENCE_MS = 60_000;

  /**
   * A sandbox can't be set up by root, as which containers run tests. Pages of other origins are
   * made up by tests, and their servers are on this machine, which a person would have to allow.
   */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox", "--disable-dev-shm-usage", "--disable-features=LocalNetworkAccessChecks");

  private final Playwright playwright;
  private final Browser browser;

  private TestBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Throws {@link NoBrowser} where there is none. */
  public static TestBrowser start() {
    return start(Chromiums.ofThisMachine().find());
  }

  static TestBrowser start(Program program) {
    // Else they give up after five seconds, unless another test has said so before.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(program.environment());
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program.path())
                    .setEnv(environment)
                    .setArgs(ARGUMENTS));
    return new TestBrowser(playwright, browser);
  }

  /** A session with cookies of its own. */
  public BrowserContext session(Screen screen) {
    return session(screen, "en-US");
  }

  /** A session with cookies of its own, of somebody who reads that language. */
  public BrowserContext session(Screen screen, String locale) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.scheme())
                .setLocale(locale));
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
  }

  /** What axe finds wrong with a page, a line for each place; empty: nothing. */
  public static List<String> violations(Page page) {
    List<String> found = new ArrayList<>();
    for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
      for (CheckedNode node : rule.getNodes()) {
        found.add(
            "%s (%s): %s: %s"
                .formatted(rule.getId(), rule.getHelp(), node.getTarget(), node.getHtml()));
      }
    }
    return found;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
