package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** The queue's filter finds what people mean, and says what it cannot read. */
@ExtendWith({WithServer.class, WithBrowser.class})
class QueueFilterIT {
  private final TestServer server;
  private final TestBrowser browser;
  private final Clashing ana;

  QueueFilterIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    ana = Clashing.of(server);
  }

  /** What waits would be counted by the tests of other pages. */
  @AfterEach
  void settleWhatWaits() {
    server.execute(
        "update conflict set status = 'RESOLVED' where space = ? and status = 'OPEN'", ana.space());
  }

  static Stream<Screen> screens() {
    return Stream.of(Screen.PHONE, Screen.PHONE_DARK, Screen.DESK, Screen.DESK_DARK);
  }

  private Console admin(Screen screen, String filter) {
    return Console.admin(server, browser, screen, ana.queue() + filter);
  }

  private static Locator rows(Page page) {
    return page.locator("tbody tr");
  }

  @ParameterizedTest
  @CsvSource({
    "hours=-1,“-1” is no number of hours",
    "hours=abc,“abc” is no number of hours",
    "hours=87601,“87601” is no number of hours",
    "kind=NONE,no kind of conflict named “NONE”",
    "from=garbage,names no page of the queue"
  })
  void whatCannotBeRead_isSaid_andNothingElseIs(String parameter, String words) {
    ana.amount("bill-1");
    try (Console console = admin(Screen.DESK, "&" + parameter)) {
      Page page = console.page();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText(words);
      assertThat(page.locator(".count")).hasCount(0);
      assertThat(page.locator(".empty")).hasCount(0);
      assertThat(rows(page)).hasCount(0);
      assertThat(page.locator(".selection")).isHidden();
      page.getByText(Pattern.compile("waits? in all")).click();
      assertThat(rows(page).first()).isVisible();
    }
  }

  @ParameterizedTest
  @MethodSource("screens")
  void pages_onEveryScreen_areReadableForAll(Screen screen) {
    ana.amount("bill-1");
    try (Console console = admin(screen, "&hours=abc")) {
      console.look("queue-unreadable");
      console.go(ana.queue() + "&type=INVOICE").look("queue-no-type");
      console.go("/nowhere.xhtml").look("trouble");
    }
  }

  /** It would be for more than was meant. */
  @Test
  void bulkJob_ofAFilterThatCannotBeRead_isNotBegun() {
    ana.amount("bill-1");
    long jobs = server.number("select count(*) from bulk_job");
    try (Console console = admin(Screen.DESK, "")) {
      Page page = console.page();
      Console.button(page, "Select all 1 that match").click();
      page.evaluate("document.querySelector('.selection form').action += '&hours=abc'");
      Console.button(page, "Try it out").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("“abc” is no number of hours");
    }
    assertThat(server.number("select count(*) from bulk_job")).isEqualTo(jobs);
  }

  @Test
  void typeThatNothingWaitsOf_isSaid_withThoseThatThereAre() {
    ana.amount("bill-1");
    try (Console console = admin(Screen.DESK, "&type=INVOICE")) {
      Page page = console.page();
      assertThat(page.locator("main"))
          .containsText(
              Pattern.compile("No conflict of the type “INVOICE” waits.*: .*\\binvoice\\b"));
      assertThat(page.locator("#types option[value=invoice]")).hasCount(1);
    }
  }

  @Test
  void device_isFoundByHowItBegins_andByItsWholeIdAlone() {
    String name = TestServer.unique("tablet") + "-";
    Clashing first = withLaptop(name + "1");
    Clashing second = withLaptop(name + "12");
    first.amount("bill-1");
    second.amount("bill-2");
    try (Console console = admin(Screen.DESK, "&client=" + name)) {
      Page page = console.page();
      assertThat(rows(page)).hasCount(2);
      console.go("/queue.xhtml?client=" + name + "12");
      assertThat(rows(page)).hasCount(1);
      assertThat(rows(page)).containsText("bill-2");
      console.go("/queue.xhtml?client=" + name + "1");
      assertThat(rows(page)).hasCount(1);
      assertThat(rows(page)).containsText("bill-1");
      settle("bill-1");
      console.go("/queue.xhtml?client=" + name);
      assertThat(rows(page)).hasCount(1);
      assertThat(rows(page)).containsText("bill-2");
      console.go("/queue.xhtml?client=" + name + "1");
      assertThat(rows(page)).hasCount(0);
    }
  }

  private Clashing withLaptop(String clientId) {
    Device laptop = ana.laptop().withClientId(clientId);
    return new Clashing(server, ana.phone(), laptop, ana.space());
  }

  private void settle(String id) {
    server.execute(
        "update conflict set status = 'RESOLVED' where space = ? and id = ?", ana.space(), id);
  }

  @Test
  void field_isFoundWithinWhatIsInConflict_andAroundIt() {
    String nested = "{\"address\":{\"street\":\"%s\",\"city\":\"Bonn\"}}";
    ana.on(
        "invoice", "nested", nested.formatted("a"), nested.formatted("b"), nested.formatted("c"));
    ana.on("invoice", "whole", "{}", nested.formatted("b"), nested.formatted("c"));
    ana.on("invoice", "other", "{\"addressee\":1}", "{\"addressee\":2}", "{\"addressee\":3}");
    try (Console console = admin(Screen.DESK, "&field=/address/street")) {
      Page page = console.page();
      assertThat(rows(page)).hasCount(2);
      assertThat(rows(page).filter(new Locator.FilterOptions().setHasText("other"))).hasCount(0);
      console.go(ana.queue() + "&field=address");
      assertThat(rows(page)).hasCount(2);
      console.go(ana.queue() + "&field=/address/country");
      assertThat(rows(page)).hasCount(0);
    }
  }

  @Test
  void lastConflictOfAFilter_isSaidToBeSettled() {
    String id = ana.amount("bill-1");
    try (Console console = admin(Screen.DESK, "")) {
      Page page = console.go(ana.page(id)).page();
      console.button("Keep the device's side").click();
      console.button("Confirm").click();
      assertThat(page.locator("[data-settled]")).containsText("The conflict is settled.");
      assertThat(page).hasURL(Pattern.compile("queue\\.xhtml\\?space=[^&]*$"));
      page.reload();
      assertThat(page.locator("[data-settled]")).hasCount(0);
    }
  }

  @Test
  void pageThatIsNotThere_orFails_isSaid_withTheWayBack() {
    try (Console console = admin(Screen.DESK, "")) {
      Page page = console.go("/nowhere/at.xhtml").page();
      assertThat(page.locator("h1")).hasText("No such page");
      page.getByText("To the conflicts").click();
      assertThat(page.locator("h1")).hasText("Conflicts");
      page.evaluate("document.getElementById('leave').action = 'nowhere.xhtml'");
      Console.button(page, "Sign out").click();
      assertThat(page.locator("h1")).hasText("Something failed");
      assertThat(page.locator("body")).not().containsText("Exception");
      page.getByText("To the overview").click();
      assertThat(page.locator("h1")).hasText("Overview");
    }
  }
}
