package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Administrators write comments on a conflict, auditors read them. */
@ExtendWith({WithServer.class, WithBrowser.class})
class TalkIT {
  private final TestServer server;
  private final TestBrowser browser;
  private final String id;
  private final String page;
  private final Clashing ana;

  TalkIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    ana = Clashing.of(server);
    id = ana.amount("bill-1");
    page = ana.page(id);
  }

  private Console admin() {
    return Console.admin(server, browser, Screen.DESK, this.page);
  }

  private static Locator box(Page page) {
    return page.getByLabel("Comment for your colleagues");
  }

  @Test
  void comment_isThereForAll_onceHoweverOftenItIsSent_andTheChoiceStays() {
    try (Console console = admin()) {
      Page page = console.page();
      console.own("/amount").fill("115");
      box(page).fill("Ask <b>Ben</b>\nfirst");
      console.button("Write comment").click();
      assertThat(page.locator(".talk .words")).hasText("Ask <b>Ben</b> first");
      assertThat(box(page)).hasValue("");
      assertThat(console.own("/amount")).hasValue("115");
      assertThat(console.take("/amount", "OTHER")).isChecked();
      page.reload();
      assertThat(page.locator(".talk .words")).hasCount(1);
    }
    try (Console console = Console.auditor(server, browser, Screen.PHONE, this.page)) {
      Page page = console.page();
      assertThat(page.locator(".talk li")).containsText("admin");
      assertThat(page.locator(".talk li time")).hasCount(1);
      assertThat(page.locator(".talk .words")).hasText("Ask <b>Ben</b> first");
      assertThat(box(page)).hasCount(0);
      assertThat(page.locator("main input[type=submit]")).hasCount(0);
      console.look("conflict-auditor");
    }
    assertThat(
            server.text(
                "select actor || ' ' || after_value from audit"
                    + " where action = 'conflict.comment' and conflict_id = ?",
                id))
        .isEqualTo("admin Ask <b>Ben</b>\nfirst");
  }

  @Test
  void comment_thatIsEmptyOrTooLong_isRefused_andStays() {
    try (Console console = admin()) {
      Page page = console.page();
      console.button("Write comment").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("nothing written");
      box(page).evaluate("box => box.removeAttribute('maxlength')");
      box(page).fill("x".repeat(2_001));
      console.button("Write comment").click();
      assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
      assertThat(box(page)).hasValue("x".repeat(2_001));
      assertThat(page.locator(".talk .words")).hasCount(0);
      box(page).fill("x".repeat(2_000));
      console.button("Write comment").click();
      assertThat(page.locator(".talk .words")).hasCount(1);
    }
  }

  @Test
  void comment_goesOnWithTheConflictThatTakesThePlace() {
    try (Console console = admin()) {
      Page page = console.page();
      box(page).fill("Ben knows");
      console.button("Write comment").click();
      assertThat(page.locator(".talk .words")).hasCount(1);
      String next =
          ana.laptop()
              .push(Edit.upsert("invoice", "bill-1", "{\"amount\":111}").on(1))
              .at("conflict", "conflictId")
              .text();
      console.go(ana.page(next));
      assertThat(page.locator(".talk .words")).hasText("Ben knows");
      box(page).fill("Ben is asked");
      console.button("Write comment").click();
      assertThat(page.locator(".talk .words")).hasText(new String[] {"Ben knows", "Ben is asked"});
      console.go(this.page);
      assertThat(page.locator(".talk .words")).hasText("Ben knows");
    }
  }

  @Test
  void comments_areAHundredAtMost() {
    server.execute(
        """
        insert into conflict_comment (comment_id, conflict_id, author, written_at, words)
        select ? || n, ?, 'olga', now(), 'no ' || n from generate_series(1, 99) n
        """,
        id,
        id);
    try (Console console = admin();
        Console second = admin()) {
      box(console.page()).fill("the last one");
      box(second.page()).fill("one too many");
      console.button("Write comment").click();
      assertThat(console.page().locator(".talk .words")).hasCount(100);
      second.button("Write comment").click();
      assertThat(second.page().getByRole(AriaRole.ALERT)).containsText("as many comments");
      assertThat(box(second.page())).hasValue("one too many");
      assertThat(second.page().locator(".talk .words")).hasCount(100);
    }
  }
}
