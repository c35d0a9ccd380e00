package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** An administrator reviews a conflict: from the sign-in to the next one. */
@ExtendWith({WithServer.class, WithBrowser.class})
class ReviewIT {
  private static final String NESTED =
      """
      {"number":"2026-1","amount":%d,"lines":[{"article":"tea","count":%d}],"note":"%s"}
      """;

  private final TestServer server;
  private final TestBrowser browser;
  private final Clashing ana;

  ReviewIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    ana = Clashing.of(server);
  }

  static Stream<Screen> screens() {
    return Stream.of(Screen.PHONE, Screen.PHONE_DARK, Screen.DESK, Screen.DESK_DARK);
  }

  private Console admin(Screen screen) {
    return Console.admin(server, browser, screen, ana.queue());
  }

  private String nested() {
    String note =
        "Please deliver the parcel to the back door and ring %s. " + "Thanks. ".repeat(90);
    return ana.on(
        "invoice",
        "bill-1",
        NESTED.formatted(100, 1, note.formatted("twice")),
        NESTED.formatted(120, 2, note.formatted("three times")),
        NESTED.formatted(110, 1, note.formatted("once, after noon").replace("back", "front")));
  }

  @ParameterizedTest
  @MethodSource("screens")
  void pages_onEveryScreen_areReadableForAll(Screen screen) {
    String id = nested();
    ana.amount("bill-2");
    try (Console console = Console.open(server, browser, screen)) {
      console.go("/queue.xhtml").look("sign-in");
      console
          .signIn(ana.queue(), "admin", server.server().identity().adminPassword())
          .look("queue");
      Page page = console.go(ana.page(id)).page();
      page.getByLabel("Comment for your colleagues").fill("Who knows the customer?");
      console.button("Write comment").click();
      assertThat(page.locator(".talk .words")).hasCount(1);
      page.getByText("Rule and times").click();
      page.getByText("Keys").click();
      console.look("conflict");
      console.own("/amount").fill("many");
      console.button("Merge as chosen").click();
      assertThat(page.locator("fieldset p.wrong")).isVisible();
      console.look("conflict-refused");
      console.own("/amount").fill("115");
      console.button("Merge as chosen").click();
      page.getByText("The whole record").click();
      assertThat(page.locator("#restored")).isHidden();
      console.look("preview");
    }
  }

  @Test
  void conflict_mergedByHand_isPreviewedConfirmed_andTheNextOneFollows() {
    ana.amount("bill-1");
    ana.amount("bill-2");
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("2 conflicts wait");
      page.getByText("invoice bill-1").click();
      assertThat(page.locator("fieldset")).containsText("/amount");
      assertThat(page.locator("fieldset pre")).hasText(new String[] {"100", "120", "110"});
      page.locator("main").getByText("History").click();
      assertThat(page).hasURL(Pattern.compile(".*/record\\.xhtml\\?.*bill-1"));
      page.goBack();
      console.own("/amount").fill("115");
      assertThat(console.take("/amount", "OTHER")).isChecked();
      console.button("Merge as chosen").click();
      assertThat(page.locator(".preview td")).hasText(new String[] {"120", "115"});
      page.getByText("The whole record").click();
      assertThat(page.locator(".outcome pre"))
          .hasText("{ \"amount\": 115, \"number\": \"2026-1\" }");
      console.button("Confirm").click();

      assertThat(page.locator("h1")).hasText("invoice bill-2");
      assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("is settled");
      assertThat(ana.amountOf("bill-1")).isEqualTo(115);
      console.button("Keep the device's side").click();
      console.button("Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("No conflict matches this filter");
      assertThat(ana.amountOf("bill-2")).isEqualTo(110);
    }
  }

  @Test
  void sides_showNestedValuesOnLines_andChangedWordsOfLongTexts() {
    String id = nested();
    try (Console console = admin(Screen.DESK)) {
      Page page = console.go(ana.page(id)).page();
      Locator lines = page.locator("fieldset[data-path='/lines'] pre");
      assertThat(lines.first()).isHidden();
      page.locator("fieldset.settled summary:not([hidden])").first().click();
      assertThat(lines.first().innerText()).contains("\n  {\n    \"article\": \"tea\"");
      Locator note = page.locator("fieldset[data-path='/note'] .side");
      assertThat(note.nth(1).locator("del")).containsText("twice");
      assertThat(note.nth(1).locator("ins")).containsText("three times");
      assertThat(note.nth(2).locator("del").first()).containsText("back");
      assertThat(note.nth(2).locator("ins").first()).containsText("front");
      assertThat(note.nth(2).locator(".cut")).hasCount(1);
      assertThat(note.nth(2).locator("pre").first()).not().containsText("Thanks. ".repeat(80));
      note.nth(2).getByText("Show all of it").click();
      assertThat(note.nth(2)).containsText("front door and ring once, after noon.");
    }
  }

  @Test
  void explanation_tellsRuleTimesAndClock() {
    ana.amount("bill-1");
    Instant ahead = server.now().plus(Duration.ofMinutes(210));
    Edit edit = Edit.upsert("invoice", "bill-1", "{\"number\":\"2026-1\",\"amount\":111}");
    String id =
        ana.laptop()
            .another()
            .pushAt(ahead.toString(), edit.on(1).at(ahead.minusSeconds(60).toString()))
            .at("conflict", "conflictId")
            .text();
    try (Console console = admin(Screen.DESK)) {
      Page page = console.go(ana.page(id)).page();
      page.getByText("Rule and times").click();
      Locator explained = page.locator(".explained");
      assertThat(explained).containsText("A person decides");
      assertThat(explained).containsText("3 hours ahead");
      List<String> times =
          explained.locator("time").all().stream()
              .map(time -> time.getAttribute("datetime"))
              .toList();
      Duration corrected =
          Duration.between(Instant.parse(times.get(1)), Instant.parse(times.get(0)));
      assertThat(corrected).isBetween(Duration.ofMinutes(200), Duration.ofMinutes(210));
      assertThat(Instant.parse(times.get(2))).isAfter(Instant.parse(times.get(1)));
      assertThat(explained).containsText("Both sides changed the record");
      assertThat(explained).not().containsText("Row 9");
    }
  }

  @Test
  void deletionAgainstAnEdit_isSaid_andCanBeCarriedOut() {
    String data = "{\"number\":\"2026-1\",\"amount\":%d}";
    ana.phone().push(Edit.upsert("invoice", "bill-1", data.formatted(100)));
    ana.phone().push(Edit.upsert("invoice", "bill-1", data.formatted(120)).on(1));
    Tree clash = ana.laptop().push(Edit.delete("invoice", "bill-1").on(1));
    String id = clash.at("conflict", "conflictId").text();
    try (Console console = admin(Screen.PHONE)) {
      Page page = console.go(ana.page(id)).page();
      assertThat(page.locator(".facts").first()).containsText("has deleted the record");
      assertThat(page.locator(".reason")).containsText("One side has deleted the record");
      console.look("conflict-deletion");
      console.button("Keep the device's side").click();
      assertThat(page.locator(".preview")).containsText("The record is deleted.");
      console.button("Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("No conflict matches this filter");
      assertThat(ana.record("invoice", "bill-1").at("deleted").isTrue()).isTrue();
    }
  }

  /** Keys that are pressed by habit must not make an empty record of a deleted one. */
  @Test
  void deletedOnTheServer_staysDeletedAsAWhole_orComesBackAsAWhole() {
    String gone = goneOnTheServer("bill-1");
    String back = goneOnTheServer("bill-2");
    try (Console console = admin(Screen.DESK)) {
      Page page = console.go(ana.page(gone)).page();
      assertThat(console.take("/amount", "CLIENT")).isChecked();
      assertThat(console.take("/number", "CLIENT")).isChecked();
      assertThat(page.locator(".tag")).hasCount(0);
      console.take("/amount", "SERVER").check();
      console.take("/number", "SERVER").check();
      console.button("Merge as chosen").click();
      assertThat(page.locator(".preview")).containsText("The record is deleted.");
      console.button("Confirm").click();
      assertThat(page).hasURL(Pattern.compile(".*done=.*"));
      assertThat(ana.record("invoice", "bill-1").at("deleted").isTrue()).isTrue();

      console.go(ana.page(back));
      console.button("Merge as chosen").click();
      assertThat(page.locator(".preview")).containsText("It comes back.");
      console.button("Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("No conflict matches this filter");
      assertThat(ana.record("invoice", "bill-2").at("data").text())
          .contains("\"amount\":110", "\"number\":\"2026-1\"");
    }
  }

  private String goneOnTheServer(String id) {
    String data = "{\"number\":\"2026-1\",\"amount\":%d}";
    ana.phone().push(Edit.upsert("invoice", id, data.formatted(100)));
    ana.phone().push(Edit.delete("invoice", id).on(1));
    Tree clash = ana.laptop().push(Edit.upsert("invoice", id, data.formatted(110)).on(1));
    return clash.at("conflict", "conflictId").text();
  }

  @Test
  void conflictOfManyFields_isDecidedFieldByField() {
    String id = ana.on("invoice", "bill-1", many(1), many(2), many(3));
    try (Console console = admin(Screen.DESK)) {
      Page page = console.go(ana.page(id)).page();
      assertThat(page.locator("fieldset")).hasCount(600);
      console.take("/f599", "CLIENT").check();
      console.own("/f7").fill("77");
      console.button("Merge as chosen").click();
      console.button("Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("No conflict matches this filter");
      Tree data = ana.record("invoice", "bill-1").at("data");
      assertThat(data.at("f599").number()).isEqualTo(3);
      assertThat(data.at("f7").number()).isEqualTo(77);
      assertThat(data.at("f8").number()).isEqualTo(2);
    }
  }

  private static String many(int value) {
    return IntStream.range(0, 600)
        .mapToObj(i -> "\"f%d\":%d".formatted(i, value))
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Test
  void nextAndPrevious_stayWithinTheFilter() {
    ana.amount("bill-1");
    ana.on("note", "other", "{\"title\":\"a\"}", "{\"title\":\"b\"}", "{\"title\":\"c\"}");
    ana.amount("bill-2");
    try (Console console = admin(Screen.DESK)) {
      Page page = console.go(ana.queue() + "&type=invoice").page();
      page.getByText("invoice bill-1").click();
      assertThat(page.locator("a[rel=prev]")).hasCount(0);
      page.locator("a[rel=next]").click();
      assertThat(page.locator("h1")).hasText("invoice bill-2");
      assertThat(page).hasURL(Pattern.compile("type=invoice"));
      assertThat(page.locator("a[rel=next]")).hasCount(0);
      page.locator("a[rel=prev]").click();
      assertThat(page.locator("h1")).hasText("invoice bill-1");
    }
  }

  @Test
  void valueThatIsNoJson_isSaidAtItsField_beforeAnyPreview_andStays() {
    String id =
        ana.on("invoice", "bill-1", "{\"parts\":[1]}", "{\"parts\":[1,2]}", "{\"parts\":[1,3]}");
    try (Console console = admin(Screen.PHONE)) {
      Page page = console.go(ana.page(id)).page();
      console.own("/parts").fill("one and two");
      console.button("Merge as chosen").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("see the marked fields");
      assertThat(page.locator("fieldset p.wrong")).containsText("This is not JSON");
      assertThat(console.own("/parts")).hasValue("one and two");
      assertThat(console.own("/parts")).isFocused();
      assertThat(console.own("/parts")).hasAttribute("aria-invalid", "true");
      assertThat(page.locator(".preview")).hasCount(0);
    }
  }

  @Test
  void outcomeThatBreaksTheSchema_isSaidAtItsField_beforeAnyPreview() {
    String type = TestServer.unique("order").replace('-', '_');
    savePolicy(type);
    String id =
        ana.on(
            type,
            "o-1",
            "{\"to\":\"Bonn\",\"count\":1}",
            "{\"to\":\"Ulm\",\"count\":2}",
            "{\"to\":\"Kiel\",\"count\":3}");
    try (Console console = admin(Screen.DESK)) {
      Page page = console.go(ana.page(id)).page();
      console.own("/to").fill("Berlin Mitte");
      console.own("/count").fill("1200");
      console.button("Merge as chosen").click();
      assertThat(page.locator("fieldset[data-path='/to'] p.wrong")).containsText("8");
      assertThat(page.locator("fieldset[data-path='/count'] p.wrong")).containsText("1000");
      assertThat(console.own("/to")).hasValue("Berlin Mitte");
      assertThat(page.locator(".preview")).hasCount(0);
      console.own("/to").fill("Berlin");
      console.take("/count", "CLIENT").check();
      console.button("Merge as chosen").click();
      console.button("Confirm").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("No conflict matches this filter");
      assertThat(ana.record(type, "o-1").at("data").canonical())
          .isEqualTo("{\"count\":3,\"to\":\"Berlin\"}");
    }
  }

  private void savePolicy(String type) {
    server
        .administrator()
        .ask(
            """
            mutation { savePolicy(policy: {entityType: "%s", strategy: "MANUAL", schema: {
              type: "object", properties: {
                to: {type: "string", maxLength: 8}, count: {type: "integer", maximum: 1000}}}})
              { version } }
            """
                .formatted(type));
  }

  @Test
  void page_thatIsFetchedAlone_takesNothingInWork_andTheOneThatIsSeenDoes() {
    String id = ana.amount("bill-1");
    try (Console console = admin(Screen.DESK)) {
      assertThat(console.take(ana.page(id)).status()).isEqualTo(200);
      assertThat(console.send("/claim?id=" + id, "cross-site").status()).isEqualTo(403);
      assertThat(claims(id)).isZero();
      console.page().waitForResponse("**/claim", () -> console.go(ana.page(id)));
      assertThat(claims(id)).isEqualTo(1);
      assertThat(console.go(ana.queue()).page().locator("tbody")).containsText("admin");
    }
  }

  private long claims(String id) {
    return server.number("select count(*) from conflict_claim where conflict_id = ?", id);
  }

  private void claimForOlga(String id) {
    server.execute(
        "insert into conflict_claim (conflict_id, user_id, claimed_at) values (?, 'olga', now())",
        id);
  }

  /** Both open it at once, so neither page knew of the other when it was made. */
  @Test
  void conflictThatAnotherTakesInWork_whileThePageOpens_saysWho() {
    String id = ana.amount("bill-1");
    try (Console console = admin(Screen.DESK)) {
      Page page = console.page();
      page.route(
          "**/claim",
          route -> {
            if (claims(id) == 0) {
              claimForOlga(id);
            }
            route.resume();
          });
      console.go(ana.page(id));
      assertThat(page.locator(".claimed")).hasText("olga is working on this one.");
    }
  }

  @Test
  void conflictInWorkByAnother_saysWho() {
    String id = ana.amount("bill-1");
    claimForOlga(id);
    try (Console console = admin(Screen.DESK)) {
      assertThat(console.page().locator("tbody")).containsText("olga");
      console.page().getByText("invoice bill-1").click();
      assertThat(console.page().locator(".claimed")).hasText("olga is working on this one.");
    }
  }

  @Test
  void filterThatMatchesNothing_saysSo() {
    try (Console console = admin(Screen.PHONE)) {
      String none = "space=nowhere&";
      for (String filter :
          List.of("space=" + "s".repeat(129), none + "kind=FIELD", none + "text=%00")) {
        Page page = console.go("/queue.xhtml?" + filter).page();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("No conflict matches this filter");
        assertThat(page.getByText("Nothing waits for a person.")).hasCount(0);
      }
      ana.amount("bill-1");
      Page page = console.go("/queue.xhtml?space=nowhere").page();
      page.getByText(Pattern.compile("conflicts? waits? in all")).click();
      assertThat(page.locator("tbody tr").first()).isVisible();
    }
  }

  @Test
  void field_withoutItsSlash_filtersTheSame() {
    ana.amount("bill-1");
    try (Console console = admin(Screen.DESK)) {
      Page page = console.go("/queue.xhtml?space=" + ana.space() + "&field=amount").page();
      assertThat(page.locator("tbody tr")).hasCount(1);
      assertThat(page.locator("input[name=field]")).hasValue("amount");
    }
  }

  @Test
  void wrongPassword_isRefusedInWords() {
    try (Console console = Console.open(server, browser, Screen.PHONE)) {
      console.signIn("/queue.xhtml", "admin", "wrong");
      assertThat(console.page().getByRole(AriaRole.ALERT)).containsText("That was not right");
    }
  }
}
