package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.it.console.BulkPages.button;
import static org.tidemark.it.console.BulkPages.pick;
import static org.tidemark.it.console.BulkPages.selected;
import static org.tidemark.it.console.BulkPages.settle;
import static org.tidemark.it.console.BulkPages.stage;
import static org.tidemark.it.console.BulkPages.tryOut;
import static org.tidemark.it.console.BulkPages.tryOutAll;
import static org.tidemark.it.console.BulkPages.undo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;

/** An administrator settles many conflicts at once: selection, job, undoing. */
class BulkIT extends SettlingBills {
  /** A job over thousands takes its time, above all where other tests run beside it. */
  private static final double PATIENCE_MS = 180_000;

  BulkIT(TestServer server, TestBrowser browser) {
    super(server, browser);
  }

  static Stream<Screen> screens() {
    return Stream.of(Screen.PHONE, Screen.PHONE_DARK, Screen.DESK, Screen.DESK_DARK);
  }

  @ParameterizedTest
  @MethodSource("screens")
  void pages_onEveryScreen_areReadableForAll(Screen screen) {
    List<String> ids = bills.clash(4);
    server.administrator().resolve(ids.get(3), "USE_SERVER", 2);
    bills.phone().push(Bills.invoice(1, Bills.FIRST).on(2));
    try (Console console = admin(screen)) {
      Page page = console.page();
      pick(page, "bill-2");
      console.look("bulk-selection");
      tryOut(page, "Keep the device's side");
      console.look("bulk-tried-out");
      settle(page, 1);
      page.getByText("Take it back …").click();
      console.look("bulk-done");
      button(page, "Take 1 conflict back").click();
      stage(page, "Taken back");
      console.look("bulk-taken-back");
      console.go("/bulks.xhtml").look("bulk-jobs");
    }
  }

  @Test
  void selection_overPages_isKept_andCounted() {
    bills.clash(60);
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      assertThat(selected(page)).hasText("Nothing selected");
      assertThat(button(page, "Try it out")).isDisabled();
      page.locator("[data-pick]").nth(7).check();
      assertThat(selected(page)).hasText("1 of 60 selected");
      page.getByText("Next page").click();
      page.getByLabel("Select all on this page").check();
      assertThat(selected(page)).hasText("11 of 60 selected");
      page.getByText("Previous page").click();
      assertThat(selected(page)).hasText("11 of 60 selected");
      assertThat(page.locator("[data-pick]:checked")).hasCount(1);

      button(page, "Select all 60 that match").click();
      assertThat(page.locator("[data-pick]:checked")).hasCount(50);
      page.getByText("Next page").click();
      page.locator("[data-pick]").last().uncheck();
      String left = page.locator("tbody tr a").last().textContent();
      assertThat(selected(page)).hasText("59 of 60 selected");
      tryOut(page, "Use the server's side");
      assertThat(page.locator(".parts")).hasText("59 would be settled");
      settle(page, 59);

      console.go(bills.queue());
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("1 conflict waits");
      assertThat(selected(page)).hasText("Nothing selected");
      assertThat(page.locator("tbody a")).hasText(left);
    }
    assertThat(bills.records("version = 2")).isEqualTo(60);
  }

  /** It is stopped by hand: between two parts there is no time to press a button. */
  @Test
  void takingBack_thatWasStopped_isSaidToBe_andGoesOn() {
    bills.clash(2);
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      tryOutAll(page, "Keep the device's side");
      button(page, "Settle 2 conflicts").click();
      stage(page, "Done");
      String job = page.url().replaceFirst(".*[?&]id=([^&#]+).*", "$1");
      server.execute(
          "update bulk_item set state = 'KEPT' where ord = (select min(i.ord) from bulk_item i"
              + " where i.job_id = bulk_item.job_id) and job_id = ?",
          job);
      server.execute("update bulk_job set state = 'STOPPED' where id = ?", job);
      page.reload();
      stage(page, "Stopped");
      assertThat(page.locator(".stage")).containsText("The taking back was stopped");
      page.getByText("Take it back …").click();
      button(page, "Take 1 conflict back").click();
      stage(page, "Taken back");
    }
  }

  @Test
  void keepClient_settlesAll_tellsDevices_andIsTakenBackAsAWhole() {
    bills.clash(3);
    String sides = bills.sides();
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      tryOutAll(page, "Keep the device's side");
      assertThat(page.locator(".parts")).hasText("3 would be settled");
      assertThat(page.locator(".differences").first()).containsText("/amount");
      assertThat(page.locator(".differences td").first()).containsText("120");
      assertThat(page.locator(".differences td .dropped").first()).hasText("would be overwritten");
      assertThat(page.locator(".entries .drops").first())
          .hasText("Changed on the server since, and would be overwritten: 1 field.");
      assertThat(page.locator(".differences td").nth(1)).hasText("110");
      assertThat(bills.records("version = 2")).isEqualTo(3);

      settle(page, 3);
      assertThat(page.locator(".parts")).hasText("3 settled");
      assertThat(page.locator("[id='job:stop'], [id='job:confirm']").first()).isHidden();
      assertThat(bills.bill(2)).isEqualTo("3: 110");
      assertThat(bills.conflicts("resolution = 'KEEP_CLIENT' and resolved_by = 'admin'"))
          .isEqualTo(3);
      assertThat(bills.trail("conflict.KEEP_CLIENT")).isEqualTo(3);
      Tree news = bills.laptop().pull();
      assertThat(news.at("resolvedConflicts").elements()).hasSize(3);
      assertThat(news.at("changes").elements())
          .allMatch(change -> change.at("data", "amount").number() == 110);

      undo(page, 3);
      assertThat(page.locator(".parts")).hasText("3 taken back, wait again");
      assertThat(bills.bill(2)).isEqualTo("4: 120");
      assertThat(bills.conflicts("status = 'OPEN' and resolution is null and seq is null"))
          .isEqualTo(3);
      assertThat(bills.trail("conflict.reopen")).isEqualTo(3);
      assertThat(bills.sides()).as("who was later, and what is suggested").isEqualTo(sides);
      assertThat(bills.phone().pull().at("changes").elements())
          .allMatch(change -> change.at("data", "amount").number() == 120);
      assertThat(bills.phone().revisions(bills.space(), "invoice", "bill-2")).hasSize(4);

      // What waits again is decided like any other, at once.
      console.go(bills.queue());
      page.getByText("invoice bill-2").click();
      assertThat(page.locator(".facts dd").first()).containsText(bills.user());
      button(page, "Keep the device's side").click();
      button(page, "Confirm").click();
      assertThat(page.locator("h1")).not().hasText("invoice bill-2");
      assertThat(bills.bill(2)).isEqualTo("5: 110");
      tryOutAll(console.go(bills.queue()).page(), "Keep the device's side");
      assertThat(page.locator(".parts")).hasText("2 would be settled");
    }
  }

  @Test
  void useServer_leavesTheRecords_andIsTakenBack() {
    bills.clash(2);
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      tryOutAll(page, "Use the server's side");
      assertThat(page.locator(".entries")).containsText("The record stays as it is.");
      assertThat(page.locator(".entries")).containsText("would be dropped");
      assertThat(page.locator(".differences").first().locator("pre"))
          .hasText(new String[] {"120", "120", "110"});
      settle(page, 2);
      assertThat(bills.conflicts("status = 'RESOLVED' and resolved_version = 2")).isEqualTo(2);
      assertThat(bills.bill(1)).isEqualTo("2: 120");
      undo(page, 2);
      assertThat(bills.conflicts("status = 'OPEN'")).isEqualTo(2);
      assertThat(bills.bill(1)).isEqualTo("2: 120");
    }
  }

  @Test
  void suggestion_isWhatTheTypesRulesMakeOfBothSides() {
    bills.clash(1);
    Device phone = bills.phone();
    phone.push(note("{\"title\":\"a\",\"votes\":1}"));
    phone.push(note("{\"title\":\"b\",\"votes\":3}").on(1));
    bills.laptop().push(note("{\"title\":\"c\",\"votes\":2}").on(1));
    try (Console console = admin(Screen.DESK)) {
      Page page = console.go(bills.queue() + "&type=note").page();
      String suggested =
          server.text(
              "select payload from conflict where space = ? and entity_type = 'note'",
              bills.space());
      tryOutAll(page, "Merge as the type's rules suggest");
      settle(page, 1);
      Tree note = phone.record(bills.space(), "note", "n");
      assertThat(note.at("data", "votes").number()).isEqualTo(4);
      assertThat(suggested).contains("\"resolutionSuggested\"");
      assertThat(note.at("data", "title").text())
          .isEqualTo(Tree.parse(suggested).at("resolutionSuggested", "title").text());
      assertThat(bills.conflicts("status = 'OPEN'")).isEqualTo(1);
    }
  }

  private static Edit note(String data) {
    return Edit.upsert("note", "n", data);
  }

  @Test
  void undo_leavesWhatHasMovedOnSince_andSaysSo() {
    bills.clash(3);
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      tryOutAll(page, "Keep the device's side");
      settle(page, 3);
      bills.phone().push(Bills.invoice(1, "{\"amount\":777,\"number\":\"2026-1\"}").on(3));
      // A clash since then is of today: the old one must not come back beside it.
      bills.laptop().push(Bills.invoice(2, "{\"amount\":555,\"number\":\"2026-1\"}").on(1));
      undo(page, 3);
      assertThat(page.locator(".stage"))
          .containsText("wait again, but for 2 that have moved on since and stay settled.");
      assertThat(page.locator(".parts li"))
          .hasText(
              new String[] {
                "1 taken back, waits again", "2 still settled: the record has moved on since"
              });
      assertThat(bills.bill(1)).isEqualTo("4: 777");
      assertThat(bills.bill(2)).isEqualTo("3: 110");
      assertThat(bills.bill(3)).isEqualTo("4: 120");
      assertThat(bills.conflicts("status = 'OPEN'")).isEqualTo(2);
    }
  }

  @Test
  void laterEditOfADevice_thatHeardOfTheEnd_leavesOpenWhatWaitsAgain() {
    bills.clash(2);
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      tryOutAll(page, "Keep the device's side");
      settle(page, 2);
      assertThat(bills.laptop().pull().at("resolvedConflicts").elements()).hasSize(2);
      undo(page, 2);
      // The laptop knows of no conflict: its edit of another field says nothing about the amount.
      bills.laptop().pull();
      bills.laptop().push(Bills.invoice(1, "{\"amount\":120,\"number\":\"2026-7\"}").on(4));
      assertThat(bills.bill(1)).isEqualTo("5: 120");
      assertThat(bills.conflicts("status = 'OPEN'")).isEqualTo(2);

      console.go(bills.queue());
      page.getByText("invoice bill-1").click();
      assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("was changed since");
      assertThat(page.locator("fieldset[data-path='/amount'] pre").nth(2)).hasText("110");
      button(page, "Keep the device's side").click();
      button(page, "Confirm").click();
      assertThat(page.locator("h1")).not().hasText("invoice bill-1");
      assertThat(bills.bill(1)).isEqualTo("6: 110");
    }
  }

  @Test
  void editOfADevice_thatTakesThePlaceOfWhatWaitsAgain_leavesItInTheHistory() {
    bills.clash(1);
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      tryOutAll(page, "Use the server's side");
      settle(page, 1);
      undo(page, 1);
      bills.phone().push(Bills.invoice(1, "{\"amount\":140,\"number\":\"2026-1\"}").on(2));
      bills.laptop().push(Bills.invoice(1, "{\"amount\":150,\"number\":\"2026-1\"}").on(2));
      assertThat(bills.conflicts("status = 'OPEN'")).isEqualTo(1);
      assertThat(bills.phone().revisions(bills.space(), "invoice", "bill-1"))
          .anySatisfy(side -> assertThat(side.at("data", "amount").number()).isEqualTo(110));
    }
  }

  @Test
  void twoDevicesAgainstOneRecord_oneIsKept_theOtherIsLeftToAPerson() {
    bills.clash(1);
    bills.laptop().another().push(Bills.invoice(1, "{\"amount\":130}").on(1));
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      tryOutAll(page, "Keep the device's side");
      assertThat(page.locator(".parts li").first()).hasText("1 would be settled");
      assertThat(page.locator("#items"))
          .containsText("Another conflict of this job is about the same record.");
      settle(page, 1);
      assertThat(bills.bill(1)).isEqualTo("3: 110");
      assertThat(bills.conflicts("status = 'OPEN'")).isEqualTo(1);
    }
  }

  @Test
  void twoThousand_throughThePages_areSettledAndTakenBack() {
    throughThePages(2_000);
  }

  @Test
  @Tag("exhaustive")
  void twentyThousand_throughThePages_areSettledAndTakenBack() {
    throughThePages(20_000);
  }

  private void throughThePages(int count) {
    bills.clash(count);
    String number = "%,d".formatted(count);
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      page.setDefaultTimeout(PATIENCE_MS);
      assertThat(page.getByRole(AriaRole.STATUS)).hasText(number + " conflicts wait");
      page.locator("[data-pick]").first().check();
      button(page, "Select all " + number + " that match").click();
      page.locator("[data-pick]").first().uncheck();
      assertThat(selected(page)).hasText("%,d of %s selected".formatted(count - 1, number));
      page.locator("[data-pick]").first().check();
      page.getByLabel("Settle what is selected").selectOption("Keep the device's side");
      button(page, "Try it out").click();
      page.getByText("Tried out", exactText()).waitFor();
      button(page, "Settle " + number + " conflicts").click();
      page.getByText("Done", exactText()).waitFor();
      assertThat(page.locator(".parts")).hasText(number + " settled");
      assertThat(page.locator("#items tbody tr")).hasCount(50);
      assertThat(bills.records("version = 3")).isEqualTo(count);
      page.getByText("Take it back …").click();
      button(page, "Take " + number + " conflicts back").click();
      page.getByText("Taken back", exactText()).waitFor();
      assertThat(page.locator(".parts")).hasText(number + " taken back, wait again");
      assertThat(bills.records("version = 4")).isEqualTo(count);
      console.go(bills.queue());
      assertThat(page.getByRole(AriaRole.STATUS)).hasText(number + " conflicts wait");
    }
  }

  private static Page.GetByTextOptions exactText() {
    return new Page.GetByTextOptions().setExact(true);
  }

  @Test
  void auditor_seesJobs_andBeginsNone() {
    bills.clash(1);
    String job;
    try (Console console = admin(Screen.DESK)) {
      tryOutAll(console.page(), "Keep the device's side");
      job = console.page().url().replaceAll(".*/bulk", "/bulk");
    }
    try (Console console = auditor(Screen.DESK)) {
      Page page = console.page();
      assertThat(page.locator("tbody")).containsText("bill-1");
      assertThat(page.locator("input[type=checkbox], .selection")).hasCount(0);
      console.go(job);
      assertThat(page.locator(".parts")).hasText("1 would be settled");
      assertThat(page.locator("main input[type=submit]")).hasCount(0);
    }
  }

  @Test
  void newConflicts_areTold_withoutAJumpOfTheTable() {
    bills.clash(1);
    try (Console console = auditor(Screen.DESK)) {
      Page page = console.page();
      Device other = bills.laptop().another();
      for (int i = 1; i <= 3; i++) {
        bills.phone().push(Edit.upsert("invoice", "new-" + i, Bills.FIRST));
        bills.phone().push(Edit.upsert("invoice", "new-" + i, Bills.PHONES).on(1));
        other.push(Edit.upsert("invoice", "new-" + i, Bills.LAPTOPS).on(1));
      }
      assertThat(page.locator(".live")).containsText("3 more have come in");
      assertThat(page.locator("tbody tr")).hasCount(1);
      page.getByText("Show them").click();
      assertThat(page.locator("tbody tr")).hasCount(4);
    }
  }

  @Test
  void stream_withoutASession_isNotThere() {
    try (Console console = auditor(Screen.DESK)) {
      Page page = console.page();
      String address = page.locator(".live").getAttribute("data-events");
      assertThat(console.take("/events").status()).isEqualTo(204);
      button(page, "Sign out").click();
      assertThat(page.getByLabel("Password")).isVisible();
      assertThat(console.take("/" + address).status()).isEqualTo(204);
    }
  }
}
