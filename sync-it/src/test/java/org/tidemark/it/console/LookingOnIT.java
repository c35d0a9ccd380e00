package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** An auditor looks at what there is: overview, devices, the history of a record. */
@ExtendWith({WithServer.class, WithBrowser.class})
class LookingOnIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestServer server;
  private final TestBrowser browser;
  private final String user = TestServer.unique("mia");
  private final String space = "~" + user;
  private final Device phone;
  private final Device laptop;

  LookingOnIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    phone = server.device(user);
    laptop = phone.another();
  }

  static Stream<Screen> screens() {
    return Stream.of(Screen.PHONE, Screen.PHONE_DARK, Screen.DESK, Screen.DESK_DARK);
  }

  private Console auditor(Screen screen, String path) {
    return Console.auditor(server, browser, screen, path);
  }

  /** Three versions of an invoice and a side that clashed; gives its conflict. */
  private String clash(String id) {
    phone.push(invoice(id, "{\"number\":\"2026-1\",\"amount\":100,\"to\":{\"city\":\"Bonn\"}}"));
    phone.push(
        invoice(id, "{\"number\":\"2026-1\",\"amount\":120,\"to\":{\"city\":\"Bonn\"}}").on(1));
    Tree clash =
        laptop.push(
            invoice(id, "{\"number\":\"2026-1\",\"amount\":110,\"to\":{\"city\":\"Ulm\"}}").on(1));
    return clash.at("conflict", "conflictId").text();
  }

  private static Edit invoice(String id, String data) {
    return Edit.upsert("invoice", id, data);
  }

  private void age(String conflict, String interval) {
    server.execute(
        "update conflict set detected_at = now() - ?::interval where conflict_id = ?",
        interval,
        conflict);
  }

  private String recordPage(String id) {
    return "/record.xhtml?type=invoice&space=" + space + "&id=" + id;
  }

  private static List<String> numbers(Locator table) {
    return table.locator("td.number").allTextContents().stream()
        .map(number -> number.replace(",", ""))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("screens")
  void pages_onEveryScreen_areReadableForAll(Screen screen) {
    String first = clash("bill-1");
    age(clash("bill-2"), "3 days");
    age(clash("bill-3"), "12 days");
    server.administrator().resolve(first, "KEEP_CLIENT", 2);
    phone.push(invoice("bill-1", "{\"note\":\"%s\"}".formatted("long ".repeat(100))).on(3));
    offset(phone, -720_000);
    offset(laptop, 4_000);
    try (Console console = auditor(screen, "/overview.xhtml")) {
      console.look("overview");
      console.go("/clients.xhtml?user=" + user).look("clients");
      console.go("/audit.xhtml?space=" + space).look("audit");
      console.go(recordPage("bill-1")).look("record");
    }
  }

  @Test
  void overview_countsByAgeAndType_andLeadsToTheOldest() {
    clash("bill-1");
    age(clash("bill-2"), "3 days");
    String oldest = clash("bill-3");
    age(oldest, "4000 days");
    try (Console console = auditor(Screen.DESK, "/overview.xhtml")) {
      Page page = console.page();
      assertThat(page.locator("h1")).hasText("Overview");
      assertThat(numbers(page.locator("table").nth(0)))
          .containsExactly(
              waiting("detected_at > now() - interval '1 day'"),
              waiting("detected_at between now() - interval '7 days' and now() - interval '1 day'"),
              waiting("detected_at < now() - interval '7 days'"));
      assertThat(page.locator("h2").first())
          .containsText(grouped(waiting("true")) + " conflicts wait");
      Locator invoices =
          page.locator("[aria-labelledby=types] tbody tr")
              .filter(new Locator.FilterOptions().setHasText("invoice"));
      assertThat(invoices.locator("td.number").first())
          .hasText(grouped(waiting("entity_type = 'invoice'")));
      page.getByText("invoice bill-3").click();
      assertThat(page).hasURL(Pattern.compile("id=" + oldest));
      server.execute("update conflict set detected_at = now() where conflict_id = ?", oldest);
    }
  }

  private static String grouped(String number) {
    return "%,d".formatted(Long.parseLong(number));
  }

  private String waiting(String which) {
    return server.text("select count(*) from conflict where status = 'OPEN' and " + which);
  }

  @Test
  void overview_countsTheClientsThatWereThere_andTheirClocks() {
    phone.pull();
    laptop.pull();
    clash("bill-1");
    offset(phone, -720_000);
    server.execute("update client set last_seen_at = now() where id = ?", laptop.clientId());
    try (Console console = auditor(Screen.DESK, "/overview.xhtml")) {
      Page page = console.page();
      assertThat(page.locator("h1")).hasText("Overview");
      // That the phone has pulled is written down a while later, which may be between two looks.
      String week = "last_seen_at > now() - interval '7 days' and clock_offset_ms ";
      eventually(
          page,
          "section[aria-labelledby=seen]",
          () ->
              List.of(
                  seen("last_seen_at > now() - interval '1 hour'"),
                  seen(
                      "last_seen_at between now() - interval '1 day' and now() - interval '1 hour'"),
                  seen(
                      "last_seen_at between now() - interval '7 days' and now() - interval '1 day'"),
                  seen(
                      "last_seen_at between now() - interval '30 days' and now() - interval '7 days'"),
                  seen("last_seen_at < now() - interval '30 days'")));
      eventually(
          page,
          "section[aria-labelledby=clocks]",
          () ->
              List.of(
                  seen(week + "> 3600000 - 1"),
                  seen(week + "between 60000 and 3599999"),
                  seen(week + "between 1 and 59999"),
                  seen(week + "= 0"),
                  seen(week + "between -59999 and -1"),
                  seen(week + "between -3599999 and -60000"),
                  seen(week + "<= -3600000")));
    }
  }

  /** Whether a table of the page tells just what is counted at the time. */
  private static void eventually(Page page, String table, Supplier<List<String>> counted) {
    Await.until(
        table + " tells what there is",
        PATIENCE,
        () -> {
          page.reload();
          return numbers(page.locator(table)).equals(counted.get());
        });
  }

  private String seen(String which) {
    return server.text("select count(*) from client where " + which);
  }

  private void offset(Device device, long millis) {
    server.execute(
        """
        update client set clock_offset_ms = ?, last_seen_at = now() - interval '75 hours'
         where id = ?
        """,
        millis,
        device.clientId());
  }

  @Test
  void device_thatOnlyReads_isSeenToo() {
    phone.pull();
    server.execute(
        "update client set last_seen_at = now() - interval '2 days' where id = ?",
        phone.clientId());
    phone.pull();
    Await.until(
        "its pull is noted",
        PATIENCE,
        () ->
            server.number(
                    "select count(*) from client where id = ? and last_seen_at > now() - interval '1 hour'",
                    phone.clientId())
                == 1);
  }

  @Test
  void clients_tellWhenTheyWereSeen_andHowTheirClocksGo() {
    clash("bill-1");
    offset(phone, -720_000);
    offset(laptop, 4_000);
    try (Console console = auditor(Screen.DESK, "/clients.xhtml?user=" + user)) {
      Locator rows = console.page().locator("tbody tr");
      assertThat(rows).hasCount(2);
      Locator phones = rows.filter(new Locator.FilterOptions().setHasText(phone.clientId()));
      assertThat(phones.locator("td").nth(0)).hasText(user);
      assertThat(phones.locator("td").nth(2)).containsText("3 days ago");
      assertThat(phones.locator("td").nth(3)).hasText("12 min ahead");
      Locator laptops = rows.filter(new Locator.FilterOptions().setHasText(laptop.clientId()));
      assertThat(laptops.locator("td").nth(3)).hasText("4 s behind");
    }
  }

  @Test
  void clients_ofManyUsers_areReadInPages_eachOnce() {
    server.execute(
        """
        insert into client (id, user_id, created_at, last_seen_at)
        select ? || '-device-' || n, ? || '-' || n % 7, now(), now() from generate_series(1, 70) n
        """,
        user, user);
    try (Console console = auditor(Screen.DESK, "/clients.xhtml?user=" + user)) {
      Page page = console.page();
      Locator ids = page.locator("tbody td:nth-child(2)");
      assertThat(ids).hasCount(50);
      List<String> first = ids.allTextContents();
      page.getByText("Next page").click();
      assertThat(ids).hasCount(20);
      assertThat(ids.allTextContents()).doesNotContainAnyElementsOf(first).doesNotHaveDuplicates();
      page.getByText("First page").click();
      assertThat(ids).hasCount(50);
    }
  }

  @Test
  void history_showsWhoChangedWhat_versionByVersion() {
    server.administrator().resolve(clash("bill-1"), "KEEP_CLIENT", 2);
    phone.push(Edit.delete("invoice", "bill-1").on(3));
    try (Console console = auditor(Screen.DESK, recordPage("bill-1"))) {
      Page page = console.page();
      Locator versions = page.locator(".entries > li");
      assertThat(versions.first()).containsText("Version 4");
      assertThat(versions.first()).containsText("Deleted");
      Locator third = version(versions, "Version 3");
      assertThat(third.locator("tbody th")).hasText(new String[] {"/amount", "/to/city"});
      assertThat(third.locator("pre")).hasText(new String[] {"120", "110", "\"Bonn\"", "\"Ulm\""});
      Locator second = version(versions, "Version 2");
      assertThat(second.locator("pre")).hasText(new String[] {"100", "120"});
      assertThat(second).containsText(user);
      assertThat(second).containsText(phone.clientId());
      assertThat(version(versions, "Version 1").locator("tbody tr")).hasCount(3);
    }
  }

  @Test
  void history_listsConflicts_newestFirst_withTheSideThatWasNotTaken() {
    String first = clash("bill-1");
    server.administrator().resolve(first, "USE_SERVER", 2);
    age(first, "3 days");
    laptop.push(
        invoice("bill-1", "{\"number\":\"2026-1\",\"amount\":130,\"to\":{\"city\":\"Ulm\"}}")
            .on(1));
    try (Console console = auditor(Screen.DESK, recordPage("bill-1"))) {
      Page page = console.page();
      Locator conflicts = page.locator("[aria-labelledby=conflicts] tbody tr");
      assertThat(conflicts).hasCount(2);
      assertThat(conflicts.first().locator("td").last()).hasText("waits");
      assertThat(conflicts.last()).containsText(laptop.clientId());
      assertThat(conflicts.last().locator("td").last()).containsText("the server's side was used");
      assertThat(conflicts.last().locator("td").last()).containsText("admin");
      conflicts.last().getByRole(AriaRole.LINK).click();
      assertThat(page.locator("fieldset[data-path='/amount'], .preview, main").first())
          .containsText("110");
      assertThat(page.locator(".closed")).containsText("This conflict is settled.");
    }
  }

  private static Locator version(Locator versions, String name) {
    Page page = versions.page();
    return versions.filter(
        new Locator.FilterOptions()
            .setHas(
                page.getByRole(
                    AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true))));
  }

  @Test
  void history_longerThanAPage_isReadOn_eachVersionAgainstTheOneBefore() {
    phone.push(invoice("bill-1", "{\"n\":1}"));
    for (int version = 1; version < 60; version++) {
      phone.push(invoice("bill-1", "{\"n\":%d}".formatted(version + 1)).on(version));
    }
    try (Console console = auditor(Screen.DESK, recordPage("bill-1"))) {
      Page page = console.page();
      Locator versions = page.locator(".entries > li");
      assertThat(versions).hasCount(50);
      assertThat(versions.last().locator("pre")).hasText(new String[] {"10", "11"});
      page.getByText("Older").click();
      assertThat(versions).hasCount(10);
      assertThat(versions.first().locator("pre")).hasText(new String[] {"9", "10"});
      assertThat(versions.last().locator("td")).hasText(new String[] {"nothing", "1"});
    }
  }

  @Test
  void history_ofNoRecord_saysSo() {
    try (Console console = auditor(Screen.PHONE, recordPage("none"))) {
      Locator alert = console.page().getByRole(AriaRole.ALERT);
      assertThat(alert).hasText("There is no such record.");
      console.go("/record.xhtml");
      assertThat(alert).hasText("There is no such record.");
    }
  }
}
