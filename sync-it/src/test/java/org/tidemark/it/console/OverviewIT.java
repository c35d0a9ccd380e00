package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** What happened lately, on the overview. */
@ExtendWith({WithServer.class, WithBrowser.class})
class OverviewIT {
  /** Counts are written every few seconds. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final TestServer server;
  private final TestBrowser browser;

  OverviewIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
  }

  private Console overview(String span) {
    return Console.auditor(server, browser, Screen.DESK, "/overview.xhtml?span=" + span);
  }

  private long counted(String name) {
    return server.number("select coalesce(sum(count), 0) from hour_tally where name = ?", name);
  }

  /** Gives the hour that it was in; another one may begin at any time. */
  private String happened(String name, long count, String before) {
    return server.text(
        """
        insert into hour_tally (hour, name, count)
        values (date_trunc('hour', now()) - ?::interval, ?, ?)
        on conflict (hour, name) do update set count = excluded.count
        returning to_char(hour at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
        """,
        before,
        name,
        count);
  }

  @Test
  void verdictsReplaysAndLags_areCounted() {
    long applied = counted("APPLIED");
    long replayed = counted("REPLAYED");
    long behind = counted("BEHIND_UNDER_A_MINUTE");
    Device phone = server.device(TestServer.unique("mia"));
    Edit edit = Edit.upsert("invoice", "bill-1", "{\"amount\":1}");
    phone.push(edit);
    phone.push(edit);
    String cursor = phone.pull().at("cursor").text();
    phone.pull(cursor);
    Await.until("the counts are written", PATIENCE, () -> counted("APPLIED") > applied);
    Await.until("replays too", PATIENCE, () -> counted("REPLAYED") > replayed);
    Await.until("lags too", PATIENCE, () -> counted("BEHIND_UNDER_A_MINUTE") > behind);
  }

  @Test
  void chart_sumsWhatItsTableTells_stepByStep() {
    String hour = happened("REJECTED", 7, "3 hours");
    happened("REJECTED", 2_000, "100 hours");
    happened("REJECTED", 30_000, "480 hours");
    try (Console console = overview("day")) {
      Page page = console.page();
      Locator rejected =
          page.locator("figure").filter(new Locator.FilterOptions().setHasText("Rejected"));
      assertThat(rejected.locator("rect")).hasCount(24);
      assertThat(rejected.locator("svg"))
          .hasAttribute("aria-label", Pattern.compile("Rejected: .* in all, .*"));
      page.locator("section[aria-labelledby=lately] summary").click();
      Locator rows = page.locator("section[aria-labelledby=lately] tbody tr");
      assertThat(rows).hasCount(24);
      Locator row = rows.filter(new Locator.FilterOptions().setHas(page.locator(at(hour))));
      assertThat(row.locator("td").nth(4)).hasText("7");
      assertThat(total(rejected)).isEqualTo(tabled(rows)).isGreaterThanOrEqualTo(7);
      page.getByText("7 days", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(rejected.locator("rect")).hasCount(28);
      assertThat(total(rejected)).isEqualTo(tabled(rows)).isGreaterThanOrEqualTo(2_007);
      page.getByText("30 days", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(rejected.locator("rect")).hasCount(30);
      assertThat(total(rejected)).isEqualTo(tabled(rows)).isGreaterThanOrEqualTo(32_007);
    }
  }

  private static String at(String hour) {
    return "time[datetime='" + hour + "']";
  }

  private static long total(Locator chart) {
    return number(chart.locator("strong").textContent());
  }

  private static long tabled(Locator rows) {
    return rows.locator("td:nth-of-type(5)").allTextContents().stream()
        .mapToLong(OverviewIT::number)
        .sum();
  }

  private static long number(String shown) {
    return Long.parseLong(shown.strip().replace(",", ""));
  }
}
