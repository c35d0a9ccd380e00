package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Spaces and members in the browser; each test has a space of its own, which Mia owns. */
@ExtendWith({WithServer.class, WithBrowser.class})
class SpacesIT {
  private final TestServer server;
  private final TestBrowser browser;
  private final String user = TestServer.unique("mia");
  private final String space = TestServer.unique("site");
  private final Device phone;

  SpacesIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    phone = server.device(user);
  }

  @BeforeEach
  void makeSpace() {
    phone.ask("mutation { createSpace(space: \"" + space + "\") { space } }");
  }

  static Stream<Screen> screens() {
    return Stream.of(Screen.PHONE, Screen.PHONE_DARK, Screen.DESK, Screen.DESK_DARK);
  }

  private Console admin(Screen screen) {
    return Console.admin(server, browser, screen, "/space.xhtml?space=" + space);
  }

  private String role(String member) {
    return server.text(
        "select coalesce((select role from membership where space = ? and user_id = ?), 'none')",
        space,
        member);
  }

  private List<String> trail() {
    return Stream.of(
            server
                .text(
                    """
                    select string_agg(action || ' ' || coalesce(before_value, '-') || ' > '
                                      || coalesce(after_value, '-'), '|' order by id)
                      from audit where space = ? and actor = 'admin'
                       and action in ('space.invite', 'space.remove')
                    """,
                    space)
                .split("\\|", -1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("screens")
  void pages_onEveryScreen_areReadableForAll(Screen screen) {
    server.execute(
        """
        insert into membership (space, user_id, role, since)
        select ?, 'member-with-a-rather-long-name-' || n, 'EDITOR', now() from generate_series(1, 3) n
        """,
        space);
    try (Console console = Console.admin(server, browser, screen, "/spaces.xhtml")) {
      console.look("spaces");
      console.go("/space.xhtml?space=" + space).look("space");
      Console.button(console.page(), "Remove " + user).click();
      console.look("space-removing");
    }
  }

  @Test
  void spaces_areReadInPages_eachOnce_byName() {
    server.execute(
        """
        insert into space (id, created_by, created_at)
        select ? || '-' || lpad(n::text, 3, '0'), 'mia', now() from generate_series(1, 70) n
        """,
        space);
    try (Console console =
        Console.auditor(server, browser, Screen.DESK, "/spaces.xhtml?name=" + space)) {
      Page page = console.page();
      Locator names = page.locator("tbody th");
      assertThat(names).hasCount(50);
      List<String> first = names.allTextContents();
      page.getByText("Next page").click();
      assertThat(names).hasCount(21);
      assertThat(names.allTextContents())
          .doesNotContainAnyElementsOf(first)
          .contains(space + "-070");
      page.getByText("First page").click();
      names.first().getByRole(AriaRole.LINK).click();
      assertThat(page.locator("h1")).hasText("Space " + space);
    }
  }

  @Test
  void space_tellsWhatItHas() {
    phone.push(Edit.upsert("invoice", "bill-1", "{\"n\":1}").in(space));
    phone.push(Edit.upsert("invoice", "bill-2", "{\"n\":1}").in(space));
    phone.push(Edit.delete("invoice", "bill-2").in(space).on(1));
    phone.push(Edit.upsert("invoice", "bill-1", "{\"n\":2}").in(space).on(1));
    phone.another().push(Edit.upsert("invoice", "bill-1", "{\"n\":3}").in(space).on(1));
    server.execute(
        "insert into media_usage (space, stored_bytes, staged_bytes) values (?, 1572864, 512)",
        space);
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      assertThat(fact(page, "Records")).hasText("1");
      assertThat(fact(page, "Open conflicts")).hasText("1");
      assertThat(fact(page, "Members")).hasText("1");
      assertThat(fact(page, "Devices")).hasText("2");
      assertThat(fact(page, "Media stored")).containsText("1.5 MiB of 50 GiB");
      assertThat(fact(page, "Announced by uploads under way")).hasText("512 B");
    }
  }

  private static Locator fact(Page page, String name) {
    return page.locator("dl > div")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.locator("dt")
                        .getByText(name, new Locator.GetByTextOptions().setExact(true))))
        .locator("dd");
  }

  @Test
  void member_isAdded_changed_andRemoved_andTheTrailHasIt() {
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      page.getByLabel("User, by the name").fill("carl");
      page.locator("[id='new:role']").selectOption("VIEWER");
      Console.button(page, "Add a member").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("carl is a member now: Viewer.");
      assertThat(role("carl")).isEqualTo("VIEWER");
      page.getByLabel("Role carl").selectOption("EDITOR");
      Console.button(page, "Change carl").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("carl was Viewer and is Editor now.");
      assertThat(role("carl")).isEqualTo("EDITOR");
      Console.button(page, "Remove carl").click();
      assertThat(page.locator("section[aria-labelledby=leaving]")).containsText("Remove carl");
      assertThat(role("carl")).isEqualTo("EDITOR");
      page.locator("[id='members:confirm']").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("carl is no member any more.");
      assertThat(role("carl")).isEqualTo("none");
    }
    assertThat(trail())
        .containsExactly(
            "space.invite - > carl VIEWER",
            "space.invite carl VIEWER > carl EDITOR",
            "space.remove carl EDITOR > -");
  }

  @Test
  void nameThatNobodyHasUsed_isSaidToBeSo_andAKnownOneIsNot() {
    server.device("carla-" + user).pull();
    try (Console console = admin(Screen.PHONE)) {
      Page page = console.page();
      page.getByLabel("User, by the name").fill("karla-" + user);
      Console.button(page, "Add a member").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("check how it is spelled");
      Locator misspelt = page.locator("tbody th").filter(containing("karla-" + user));
      assertThat(misspelt).containsText("has never been here");
      console.look("space-unseen");
      page.getByLabel("User, by the name").fill("carla-" + user);
      Console.button(page, "Add a member").click();
      assertThat(page.getByRole(AriaRole.STATUS))
          .hasText("carla-%s is a member now: Editor.".formatted(user));
      assertThat(page.locator("tbody th").filter(containing("carla-" + user)))
          .hasText("carla-" + user);
    }
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void addingWhoIsAMember_saysWhatTheyWere() {
    server.execute("insert into membership values (?, 'dora', 'OWNER', now())", space);
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      page.getByLabel("User, by the name").fill("dora");
      page.locator("[id='new:role']").selectOption("VIEWER");
      Console.button(page, "Add a member").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("dora was Owner and is Viewer now.");
      page.getByLabel("User, by the name").fill("dora");
      page.locator("[id='new:role']").selectOption("VIEWER");
      Console.button(page, "Add a member").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("dora is a member already: Viewer.");
    }
  }

  @Test
  void whatIsRefused_isTold_andWhatWasTypedStays() {
    try (Console console = admin(Screen.PHONE)) {
      Page page = console.page();
      Console.button(page, "Remove " + user).click();
      page.locator("[id='members:confirm']").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Make somebody else an owner first");
      assertThat(role(user)).isEqualTo("OWNER");
      String name = "n".repeat(121);
      page.getByLabel("User, by the name").fill(name);
      Console.button(page, "Add a member").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("must have at most 120 characters");
      assertThat(page.getByLabel("User, by the name")).hasValue(name);
    }
  }

  @Test
  void members_areReadInPages() {
    server.execute(
        """
        insert into membership (space, user_id, role, since)
        select ?, 'x' || lpad(n::text, 3, '0'), 'VIEWER', now() from generate_series(1, 60) n
        """,
        space);
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      Locator names = page.locator("tbody th");
      assertThat(names).hasCount(50);
      page.getByText("Next page").click();
      assertThat(names).hasCount(11);
      assertThat(names.last()).containsText("x060");
      page.getByLabel("Role x060").selectOption("EDITOR");
      Console.button(page, "Change x060").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("x060");
      assertThat(names).hasCount(11);
      assertThat(role("x060")).isEqualTo("EDITOR");
    }
  }

  @Test
  void personalSpace_hasNothingToManage_andASpaceThatIsNone_isSaidToBe() {
    phone.pull();
    try (Console console =
        Console.admin(server, browser, Screen.DESK, "/space.xhtml?space=~" + user)) {
      Page page = console.page();
      assertThat(page.locator("main")).containsText("personal");
      assertThat(page.locator("main button, main input[type=submit]")).hasCount(0);
      for (String none : List.of("?space=" + TestServer.unique("none"), "?space=%00", "")) {
        console.go("/space.xhtml" + none);
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("There is no space of that name.");
      }
    }
  }

  @Test
  void auditor_looksOn() {
    try (Console console =
        Console.auditor(server, browser, Screen.DESK, "/space.xhtml?space=" + space)) {
      Page page = console.page();
      assertThat(page.locator("tbody")).containsText("Owner");
      assertThat(page.locator("main input[type=submit], main select")).hasCount(0);
    }
  }
}
