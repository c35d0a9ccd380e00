package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** The audit trail on the console: filtered, read on and on, and taken as a file. */
@ExtendWith({WithServer.class, WithBrowser.class})
class AuditTrailIT {
  private final TestServer server;
  private final TestBrowser browser;
  private final String owner = TestServer.unique("owner");
  private final String space = TestServer.unique("space");

  AuditTrailIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
  }

  private Console auditor(String path) {
    return Console.auditor(server, browser, Screen.DESK, path);
  }

  /** The owner makes the space, and invites Carl twice. */
  private void invitations() {
    Device device = server.device(owner);
    device.ask("mutation { createSpace(space: \"%s\") { space } }".formatted(space));
    for (String role : List.of("VIEWER", "EDITOR")) {
      device.ask(
          "mutation { inviteMember(space: \"%s\", user: \"carl\", role: \"%s\") { user } }"
              .formatted(space, role));
    }
  }

  /** Entries of the owner, a second apart, with this value before. */
  private void entries(int count, String before) {
    server.execute(
        """
        insert into audit (at, actor, action, space, before_value, correlation_id)
        select now() - n * interval '1 second', ?, 'test.number ' || n, ?, ?, 'c'
          from generate_series(1, ?) n
        """,
        owner,
        space,
        before,
        count);
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator textbox(Page page, String name) {
    return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name));
  }

  @Test
  void entries_ofASpace_tellWhoDidWhat_newestFirst() {
    invitations();
    try (Console console = auditor("/audit.xhtml?space=" + space)) {
      Page page = console.page();
      assertThat(page.locator(".what strong"))
          .hasText(
              new String[] {
                "Member invited or changed", "Member invited or changed", "Space made"
              });
      assertThat(page.locator(".what span")).hasText(new String[] {owner, owner, owner});
      assertThat(page.locator(".entries > li").first().locator("pre"))
          .hasText(new String[] {"carl VIEWER", "carl EDITOR"});
    }
  }

  @Test
  void form_putsTheFilterIntoTheAddress() {
    invitations();
    try (Console console = auditor("/audit.xhtml")) {
      Page page = console.page();
      textbox(page, "Space").fill(space);
      textbox(page, "Who").fill(owner);
      page.getByLabel("What was done").selectOption("Space made");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filter")).click();
      assertThat(page.locator(".what strong")).hasText("Space made");
      assertThat(page).hasURL(Pattern.compile("actor=" + owner + "&action=space.create&"));
      assertThat(page.getByLabel("What was done")).hasValue("space.create");
    }
  }

  @Test
  void signIns_andThoseRefused_andWhoReadsPolicies_areInTheTrail() {
    String stranger = TestServer.unique("mallory");
    String signIns = "select count(*) from audit where actor = 'auditor' and action = ?";
    long before = server.number(signIns, "console.signIn");
    try (Console console = Console.open(server, browser, Screen.DESK)) {
      console.signIn("/audit.xhtml?action=any&actor=" + stranger, stranger, "wrong");
      assertThat(console.page().locator("[role=alert]")).containsText("was not right");
      assertThat(console.page().locator("input[name=j_username]")).hasValue(stranger);
      assertThat(console.page().locator("input[name=j_password]")).hasValue("");
      assertThat(console.page().locator("input[name=j_password]")).isFocused();
      console.signInHere("auditor", TestServer.AUDITOR_PASSWORD);
      Page page = console.page();
      assertThat(page.locator(".what strong")).hasText("Sign-in at the console refused");
      assertThat(page.locator("main")).not().containsText("wrong");
      console.go("/policies.xhtml").go("/policyVersions.xhtml?type=" + stranger);
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("There is no policy of that type.");
    }
    assertThat(server.number(signIns, "console.signIn")).isEqualTo(before + 1);
    assertThat(server.number(signIns, "policies.read")).isPositive();
    assertThat(
            server.number(
                "select count(*) from audit where action = 'policy.read' and entity_type = ?",
                stranger))
        .isEqualTo(1);
  }

  @Test
  void trail_opensOnTheChanges_andShowsWhoOnlyLooked_whereThatIsAskedFor() {
    invitations();
    server.execute(
        """
        insert into audit (at, actor, action, space, correlation_id)
        select now(), 'admin', action, ?, 'c' from unnest('{bulk.list,bulk.read}'::text[]) action
        """,
        space);
    server.auditor().ask("{ members(space: \"%s\") { user } }".formatted(space));
    try (Console console = auditor("/audit.xhtml?space=" + space)) {
      Page page = console.page();
      assertThat(page.getByLabel("What was done")).hasValue("changes");
      assertThat(page.locator(".entries > li")).hasCount(3);
      page.getByLabel("What was done").selectOption("Any");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filter")).click();
      // The first look has been noted meanwhile.
      assertThat(page.locator(".what strong").nth(0)).hasText("Audit trail read");
      assertThat(page.locator(".what strong").nth(1)).hasText("Members read");
      assertThat(page.getByLabel("What was done")).hasValue("any");
      String all = console.take("/" + link(page, "JSON").getAttribute("href")).text();
      assertThat(all).contains("space.members", "space.create");
    }
  }

  @Test
  void days_boundTheTrail_andWhatIsNoneIsSaid() {
    server.execute(
        """
        insert into audit (at, actor, action, correlation_id)
        select t::timestamptz, ?, 'test.at', 'c' from unnest(array[
          '2026-01-30T23:59:59.999Z', '2026-01-31T00:00:00Z', '2026-01-31T23:59:59.999Z',
          '2026-02-01T00:00:00Z']) t
        """,
        owner);
    try (Console console = auditor("/audit.xhtml?from=2026-01-31&to=2026-01-31&actor=" + owner)) {
      Page page = console.page();
      Locator times = page.locator(".what time");
      assertThat(times).hasCount(2);
      assertThat(times.nth(0)).hasAttribute("datetime", "2026-01-31T23:59:59.999Z");
      assertThat(times.nth(1)).hasAttribute("datetime", "2026-01-31T00:00:00Z");
      console.go("/audit.xhtml?from=yesterday");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("yesterday is not a day");
      assertThat(page.locator(".entries > li")).hasCount(0);
      assertThat(console.take("/audit.csv?to=2026-02-30").status()).isEqualTo(400);
      console.go("/audit.xhtml?from=2026-02-01&to=2026-01-31");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("2026-02-01, is after the last");
      console.go("/audit.xhtml?after=nowhere");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("not valid");
    }
  }

  @Test
  void longTrail_isReadOnInPages_eachEntryOnce() {
    entries(120, "1");
    Set<String> seen = new HashSet<>();
    try (Console console = auditor("/audit.xhtml?actor=" + owner)) {
      Page page = console.page();
      Locator lines = page.locator(".what strong");
      for (int expected : List.of(50, 50, 20)) {
        assertThat(lines).hasCount(expected);
        seen.addAll(lines.allTextContents());
        if (expected == 50) {
          String first = lines.first().textContent();
          link(page, "Older").click();
          assertThat(lines.first()).not().hasText(first);
        }
      }
      assertThat(seen).hasSize(120);
      assertThat(link(page, "Older")).hasCount(0);
      link(page, "Newest").click();
      assertThat(lines.first()).hasText("test.number 1");
    }
  }

  @Test
  void readingTheTrail_isInTheTrail_withWhatWasSoughtFor() {
    try (Console console = auditor("/audit.xhtml?actor=" + owner)) {
      console.take("/audit.json?actor=" + owner);
      console.go("/audit.xhtml?action=any&actor=auditor");
      Locator newest = console.page().locator(".entries > li");
      assertThat(newest.nth(0)).containsText("Audit trail exported");
      assertThat(newest.nth(0).locator("code")).hasText("{\"actor\":\"" + owner + "\"}");
      assertThat(newest.nth(1)).containsText("Audit trail read");
    }
  }

  @Test
  void csv_holdsWhatTheFilterMatches_andNoFormula() {
    invitations();
    entries(1, "=HYPERLINK(\"http://evil\")");
    try (Console console = auditor("/audit.xhtml")) {
      APIResponse file = console.take("/audit.csv?space=" + space);
      assertThat(file.headers())
          .containsEntry("content-disposition", "attachment; filename=\"audit.csv\"")
          .containsEntry("cache-control", "no-store");
      List<String> lines = file.text().lines().toList();
      assertThat(lines.get(0))
          .isEqualTo(
              "\uFEFFid,at,actor,action,space,type,record,conflict,before,after,correlation");
      assertThat(lines).hasSize(5);
      assertThat(lines).anyMatch(line -> line.contains(",\"'=HYPERLINK(\"\"http://evil\"\")\","));
      assertThat(lines).anyMatch(line -> line.contains(",carl VIEWER,carl EDITOR,"));
    }
  }

  @Test
  void json_ofMoreThanAPartHolds_isWhole() {
    entries(1_200, "1");
    entries(60, "x".repeat(100_000));
    try (Console console = auditor("/audit.xhtml")) {
      Tree all = Tree.parse(console.take("/audit.json?space=" + space).text());
      assertThat(all.elements()).hasSize(1_260);
      assertThat(new HashSet<>(all.texts("id"))).hasSize(1_260);
      assertThat(all.at(0, "actor").text()).isEqualTo(owner);
      assertThat(all.at(0, "after").isThere()).isFalse();
    }
  }

  @Test
  void json_ofNothing_isAnEmptyArray() {
    try (Console console = auditor("/audit.xhtml")) {
      assertThat(console.take("/audit.json?actor=nobody").text()).isEqualTo("[\n]\n");
    }
  }
}
