package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.it.console.BulkPages.button;
import static org.tidemark.it.console.BulkPages.settle;
import static org.tidemark.it.console.BulkPages.tryOut;
import static org.tidemark.it.console.BulkPages.tryOutAll;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;

/** What a dry run of a bulk job tells before anything is done, and that the job does just that. */
class BulkDryRunIT extends SettlingBills {
  BulkDryRunIT(TestServer server, TestBrowser browser) {
    super(server, browser);
  }

  @Test
  void dryRun_countsDeletionsAndReturns_andShowsOneOfEach() {
    bills.clash(8);
    Device phone = bills.phone();
    for (String id : List.of("gone-1", "gone-2", "back-1")) {
      phone.push(Edit.upsert("invoice", id, Bills.FIRST));
    }
    for (String id : List.of("gone-1", "gone-2")) {
      phone.push(Edit.upsert("invoice", id, Bills.PHONES).on(1));
      bills.laptop().push(Edit.delete("invoice", id).on(1));
    }
    phone.push(Edit.delete("invoice", "back-1").on(1));
    bills.laptop().push(Edit.upsert("invoice", "back-1", Bills.LAPTOPS).on(1));
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      tryOutAll(page, "Keep the device's side");
      assertThat(page.locator(".effects li"))
          .hasText(
              new String[] {
                "2 records are deleted.",
                "1 deleted record comes back.",
                "8 records change, and what was changed on the server since is overwritten."
              });
      Locator samples = page.locator(".entries > li");
      assertThat(samples.filter(new Locator.FilterOptions().setHasText("The record is deleted.")))
          .hasCount(2);
      assertThat(samples.filter(new Locator.FilterOptions().setHasText("and comes back")))
          .hasCount(1);
      assertThat(samples.filter(new Locator.FilterOptions().setHasText("bill-"))).hasCount(3);
      console.look("bulk-deletions");
    }
  }

  @Test
  void dryRun_tellsWhatItWouldLeaveAlone_andTheJobDoes() {
    List<String> ids = bills.clash(5);
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      page.getByLabel("Select all on this page").check();
      server.administrator().resolve(ids.get(0), "USE_SERVER", 2);
      bills.phone().push(Bills.invoice(2, Bills.FIRST).on(2));
      claim(ids.get(2));
      tryOut(page, "Keep the device's side");
      assertThat(page.locator(".parts li"))
          .hasText(
              new String[] {
                "2 would be settled",
                "1 left alone: the record has moved on, look at it yourself",
                "1 settled by others before",
                "1 left alone: somebody is working on it"
              });
      // And what happens between the dry run and the confirmation is seen too.
      bills.phone().push(Bills.invoice(4, "{\"amount\":999,\"number\":\"2026-1\"}").on(2));
      settle(page, 2);
      assertThat(page.locator(".parts li").first()).hasText("1 settled");
      assertThat(bills.bill(2)).isEqualTo("3: 100");
      assertThat(bills.bill(3)).isEqualTo("2: 120");
      assertThat(bills.bill(4)).isEqualTo("3: 999");
      assertThat(bills.bill(5)).isEqualTo("3: 110");
      assertThat(page.locator("#items")).containsText("bill-4");
      page.locator(".parts").getByText("look at it yourself").click();
      assertThat(page.locator("#items tbody tr")).hasCount(2);
    }
  }

  private void claim(String conflict) {
    server.execute(
        "insert into conflict_claim (conflict_id, user_id, claimed_at) values (?, 'olga', now())",
        conflict);
  }

  @Test
  void dryRun_dropped_leavesNothing() {
    bills.clash(1);
    try (Console console = admin(Screen.PHONE)) {
      Page page = console.page();
      tryOutAll(page, "Keep the device's side");
      button(page, "Discard this dry run").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no such bulk job");
      assertThat(bills.bill(1)).isEqualTo("2: 120");
    }
  }

  @Test
  void conflictsThatAreGone_whenSelected_areSaidToBe() {
    bills.clash(1);
    try (Console console = admin(Screen.PHONE)) {
      Page page = console.page();
      button(page, "Select all 1 that match").click();
      bills.settle();
      button(page, "Try it out").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("None of these conflicts waits");
    }
  }
}
