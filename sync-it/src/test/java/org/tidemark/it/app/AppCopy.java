package org.tidemark.it.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.load.Await;

/** One copy of the application as a process of its own, and a browser that it let in. */
final class AppCopy implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern ADDRESS = Pattern.compile("http://127[.]0[.]0[.]1:\\d+/enter\\S+");

  private static final int MOST_TABS = 60;
  private static final String FOCUSED =
      """
      () => {
        const e = document.activeElement;
        return e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent;
      }
      """;

  private static final String FIRST_CONFLICT =
      """
      async () => {
        const { items } = await (await fetch('/api/conflicts')).json();
        return items.length ? (await fetch(`/api/conflict?conflict=${items[0].conflict}`)).text() : '';
      }
      """;

  private final Process process;
  private final Path said;
  private final BrowserContext session;
  private final Screen screen;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private AppCopy(Process process, Path said, BrowserContext session, Screen screen) {
    this.process = process;
    this.said = said;
    this.session = session;
    this.screen = screen;
    this.page = session.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  /** Starts a copy and opens its page. */
  static AppCopy start(
      Path folder,
      String name,
      String server,
      String token,
      String space,
      TestBrowser browser,
      Screen screen) {
    try {
      Files.createDirectories(folder);
      Path tokenFile = Files.writeString(folder.resolve("token"), token);
      Path said = folder.resolve("said.txt");
      Path root = Path.of(Objects.requireNonNull(System.getProperty("sync.root"), "sync.root"));
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx128m",
              "-jar",
              root.resolve("sync-app/target/sync-app.jar").toString(),
              "--database",
              folder.resolve("data.db").toString(),
              "--server",
              server,
              "--token-file",
              tokenFile.toString(),
              "--space",
              space,
              "--port",
              "0",
              "--name",
              name);
      builder.redirectInput(new File("/dev/null")).redirectErrorStream(true);
      builder.environment().keySet().removeIf(variable -> variable.startsWith("SYNC_"));
      Process process = builder.redirectOutput(said.toFile()).start();
      AppCopy copy = new AppCopy(process, said, browser.session(screen), screen);
      copy.page.navigate(copy.address());
      copy.page.locator("h1").waitFor();
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address that lets a browser in, as it was printed. */
  String address() {
    Await.until(
        "an address is printed",
        PATIENCE,
        () -> !process.isAlive() || ADDRESS.matcher(printed()).find());
    Matcher matcher = ADDRESS.matcher(printed());
    assertThat(matcher.find()).as(printed()).isTrue();
    return matcher.group();
  }

  String printed() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Page page() {
    return page;
  }

  /** Goes to a view by its part of the address. */
  AppCopy go(String view) {
    page.evaluate("view => { location.hash = view; }", "#/" + view);
    return this;
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  Locator dialog() {
    return page.getByRole(AriaRole.DIALOG);
  }

  /** Turns the network of this copy off or on. */
  void turnNetwork() {
    page.getByRole(AriaRole.SWITCH).click();
  }

  /** Turns the network off, and waits until the program knows of it. */
  void goOffline() {
    turnNetwork();
    PlaywrightAssertions.assertThat(page.locator("#state")).hasText("Offline, by the switch");
  }

  Locator notices() {
    return page.locator("#notices");
  }

  /** The input of a field of the record that is shown. */
  Locator field(String name) {
    return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
  }

  /** Opens a record from the list. */
  AppCopy openRecord(String title) {
    go("records");
    link(title).click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)).waitFor();
    return this;
  }

  /** From now on time goes on in the page only where a test lets it; axe can't look at it then. */
  void holdClock() {
    page.clock().install();
    page.reload();
    page.locator("h1").waitFor();
    Number now = (Number) page.evaluate("Date.now()");
    page.clock().pauseAt(now.longValue() + 3_600_000);
  }

  /** Waits until the program knows of words in its first conflict, which the page may not show. */
  void awaitInConflict(String words) {
    Await.until(
        "the program has heard of " + words,
        PATIENCE,
        () -> String.valueOf(page.evaluate(FIRST_CONFLICT)).contains(words));
  }

  /** Goes on from element to element by the keyboard until one of this name has the focus. */
  void tabTo(String name) {
    for (int i = 0; i < MOST_TABS; i++) {
      if (name.equals(focused())) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("no way by the keyboard to " + name);
  }

  /** The name of what has the focus. */
  String focused() {
    return (String) page.evaluate(FOCUSED);
  }

  /** Makes a note on the page, which then shows it. */
  void note(String title, String text) {
    go("new/note");
    page.getByLabel("Title").fill(title);
    page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill(text);
    button("Save").click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)).waitFor();
  }

  boolean isDark() {
    return screen.scheme() == ColorScheme.DARK;
  }

  /** Looks at the page: axe finds nothing, nothing is cut off sideways, and a picture is kept. */
  void look(String name) {
    assertThat(TestBrowser.violations(page)).as("%s on a %s", name, screen.name()).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits on a %s", name, screen.name())
        .isEqualTo(true);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots", "app-" + name + "-" + screen.name() + ".png")));
  }

  /** What the browser complained of so far: scripts that failed, or were not allowed. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    session.close();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
