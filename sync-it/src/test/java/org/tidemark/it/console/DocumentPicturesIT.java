package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;

/**
 * Takes the pictures of docs/images, on a server of its own with the same work each time. They are
 * written to target/pictures; docs/console.md says how they get from there into the documents.
 */
@ExtendWith(WithBrowser.class)
class DocumentPicturesIT {
  private static final Screen WINDOW = new Screen("window", 1000, 720, ColorScheme.LIGHT);
  private static final Path PICTURES = Path.of("target/pictures");

  private static TestServer server;

  private final TestBrowser browser;

  DocumentPicturesIT(TestBrowser browser) {
    this.browser = browser;
  }

  @BeforeAll
  static void startWithSomeWork() {
    server = TestServer.start(Map.of());
    Device ana = server.device("ana");
    Device ben = server.device("ben");
    clash(ana, ben, "bill-2031", "3 hours");
    clash(ben, ana, "bill-1988", "26 hours");
    clash(ana, ben, "bill-1984", "9 days");
    server.execute("update client set clock_offset_ms = -720000 where id = ?", ben.clientId());
    server.execute(
        """
        insert into client (id, user_id, created_at, last_seen_at, clock_offset_ms)
        select 'device-' || n, 'user-' || n, now(), now() - n * interval '7 hours',
               case when n % 9 = 0 then 45000 when n % 11 = 0 then -5400000 else 0 end
          from generate_series(1, 60) n
        """);
    server.execute(
        """
        insert into hour_tally (hour, name, count)
        select date_trunc('hour', now()) - n * interval '1 hour', w.name,
               1 + (w.most * (1 + sin(n / 3.8)) / 2)::int
          from generate_series(1, 23) n,
               (values ('APPLIED', 1800), ('MERGED', 240), ('CONFLICT', 6), ('REPLAYED', 90),
                       ('SERVER_WINS', 35), ('BEHIND_UNDER_A_MINUTE', 600),
                       ('BEHIND_UNDER_AN_HOUR', 90), ('BEHIND_UNDER_A_DAY', 12)) w (name, most)
        """);
  }

  private static void clash(Device first, Device second, String id, String age) {
    String data =
        "{\"number\":\"%s\",\"amount\":%d,\"to\":{\"city\":\"%s\",\"street\":\"Hafenweg 3\"}}";
    first.push(invoice(id, data.formatted(id, 1200, "Kiel")));
    first.push(invoice(id, data.formatted(id, 1250, "Kiel")).on(1));
    String conflict =
        second
            .push(invoice(id, data.formatted(id, 1190, "Bremen")).on(1))
            .at("conflict", "conflictId")
            .text();
    server.execute(
        "update conflict set detected_at = now() - ?::interval where conflict_id = ?",
        age,
        conflict);
  }

  private static Edit invoice(String id, String data) {
    return Edit.upsert("invoice", id, data).in("demo");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void queueConflictOverviewAndPolicy_arePictured() throws Exception {
    try (Console console = Console.admin(server, browser, WINDOW, "/queue.xhtml")) {
      Page page = console.page();
      assertThat(page.locator("main")).containsText("bill-1984");
      take(page, "queue");
      page.getByText("invoice bill-1984").click();
      assertThat(page.locator("h1")).hasText("invoice bill-1984");
      take(page, "conflict");
      console.go("/overview.xhtml");
      assertThat(page.locator("figure").first()).containsText("Applied");
      take(page, "overview");
      console.go("/policy.xhtml?type=note");
      assertThat(page.locator("h1")).containsText("note");
      take(page, "policy");
    }
  }

  private static void take(Page page, String name) throws Exception {
    Path picture = PICTURES.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(picture));
    assertThat(Files.size(picture)).as(name).isBetween(10_000L, 300_000L);
  }
}
