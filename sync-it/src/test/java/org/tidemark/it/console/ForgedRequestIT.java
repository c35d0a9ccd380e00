package org.tidemark.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** What another site makes an administrator's browser send changes nothing. */
@ExtendWith({WithServer.class, WithBrowser.class})
class ForgedRequestIT {
  /** Of another site; and of this one, so that the browser sends the session's cookie along. */
  private static final String ELSEWHERE = "http://attacker.example";

  private static final String NEXT_DOOR = "http://%s:7777";

  private final TestServer server;
  private final TestBrowser browser;
  private final Clashing ana;
  private final String user = TestServer.unique("mia");
  private final String space = TestServer.unique("site");
  private final String type = TestServer.unique("bill");
  private final String console;
  private String conflict = "";

  ForgedRequestIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    ana = Clashing.of(server);
    console = server.server().addresses().sync().resolve("/console").toString();
  }

  @BeforeEach
  void makeWhatCanBeChanged() {
    conflict = ana.amount("bill-1");
    Device phone = server.device(user);
    phone.ask("mutation { createSpace(space: \"" + space + "\") { space } }");
    server.execute("insert into membership values (?, 'abel', 'EDITOR', now())", space);
    phone.pull();
    Http.Reply announced =
        Http.send(
            phone
                .http()
                .request("/api/v1/media/uploads")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"fileName\":\"a.png\",\"contentType\":\"image/png\",\"size\":2048}"))
                .build());
    assertThat(announced.status()).as(announced.body()).isEqualTo(201);
  }

  /** What waits would be counted by the tests of other pages. */
  @AfterEach
  void settleWhatWaits() {
    server.execute(
        "update conflict set status = 'RESOLVED' where space = ? and status = 'OPEN'", ana.space());
  }

  private Deed deed(String page, String presses) {
    String address =
        page.replace("CONFLICT", conflict)
            .replace("SPACE", space)
            .replace("USER", user)
            .replace("TYPE", type)
            .replace("OWN", ana.space());
    return Deed.of(console + address, presses);
  }

  /** All that the deeds of these tests would change. */
  private String everything() {
    return server.everythingWritten()
        + server.text(
            """
            select (select count(*) from bulk_job) || ' jobs, '
                || (select count(*) from conflict_comment) || ' comments, '
                || (select string_agg(user_id || role, ',' order by user_id)
                      from membership where space = ?)
                || (select string_agg(id || state, ',' order by id) from upload where user_id = ?)
                || (select string_agg(conflict_id || status, ',' order by conflict_id)
                      from conflict where space = ?)
            """,
            space,
            user,
            ana.space());
  }

  private Console admin() {
    return Console.admin(server, browser, Screen.DESK, "/overview.xhtml");
  }

  private static String session(Page page, String console) {
    return page.context().cookies(console + "/").stream()
        .filter(cookie -> cookie.name.equals("JSESSIONID"))
        .map((Cookie cookie) -> cookie.value)
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "/conflict.xhtml?id=CONFLICT, decision:keepClient > decision:confirm",
    "/conflict.xhtml?id=CONFLICT, decision:useServer > decision:confirm",
    "/conflict.xhtml?id=CONFLICT, decision:comment=hello decision:say",
    "/restore.xhtml?space=OWN&type=invoice&id=bill-1&place=MSA, decision:confirm",
    "/queue.xhtml?space=OWN, bulk:all=true bulk:picks= bulk:choice=KEEP_CLIENT bulk:try",
    "/policy.xhtml?type=TYPE, policy:way=MANUAL policy:review > policy:save",
    "/space.xhtml?space=SPACE, members:rows:0:remove > members:confirm",
    "/space.xhtml?space=SPACE, members:rows:0:role=VIEWER members:rows:0:change",
    "/space.xhtml?space=SPACE, new:user=carl new:role=VIEWER new:add",
    "/media.xhtml?user=USER, found:rows:0:end > uploads:confirm",
  })
  void deed_withoutTheStateOfItsView_changesNothing_andWithItDoes(String page, String presses) {
    Deed deed = deed(page, presses);
    String before = everything();
    try (Console boss = admin();
        Console otto = Console.auditor(server, browser, Screen.DESK, "/overview.xhtml")) {
      otto.page().navigate(deed.address());
      for (String state : List.of("", "stateless", "1:2", Deed.state(otto.page()))) {
        for (APIResponse answer : deed.send(boss.page(), state)) {
          assertThat(answer.status()).as("state '%s': %s", state, answer.text()).isLessThan(500);
        }
        assertThat(everything()).as("state '%s'", state).isEqualTo(before);
      }
      deed.carryOut(boss.page());
      assertThat(everything()).isNotEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/conflict.xhtml?id=CONFLICT, decision:confirm",
    "/queue.xhtml?space=OWN, bulk:all=true bulk:picks= bulk:choice=KEEP_CLIENT bulk:try",
    "/policy.xhtml?type=TYPE, policy:way=MANUAL policy:save",
    "/space.xhtml?space=SPACE, new:user=carl new:role=VIEWER new:add",
  })
  void formOfAnotherSite_isRefusedInWords_andTheSessionStays(String page, String presses) {
    Deed deed = deed(page, presses);
    String before = everything();
    try (Console boss = admin()) {
      String session = session(boss.page(), console);
      for (Lure lure : lures(boss.page())) {
        lure.send(deed.address(), Deed.fields(presses));
        assertRefused(lure.page());
        assertThat(everything()).isEqualTo(before);
      }
      assertThat(session(boss.page(), console)).isEqualTo(session);
      PlaywrightAssertions.assertThat(boss.go("/overview.xhtml").page().locator(".who"))
          .containsText("admin");
    }
  }

  @ParameterizedTest
  @MethodSource("screens")
  void refusal_isForAllEyes(Screen screen) {
    try (Console somebody = Console.open(server, browser, screen)) {
      Lure lure = new Lure(somebody.page(), ELSEWHERE, false);
      assertThat(lure.send(console + "/j_security_check", Lure.AUDITOR).status()).isEqualTo(403);
      assertRefused(somebody.page());
      somebody.look("from-elsewhere");
    }
  }

  static Stream<Screen> screens() {
    return Stream.of(Screen.PHONE, Screen.PHONE_DARK, Screen.DESK, Screen.DESK_DARK);
  }

  @Test
  void bulkJob_isConfirmedByItsPageAlone() {
    try (Console boss = Console.admin(server, browser, Screen.DESK, ana.queue())) {
      BulkPages.tryOutAll(boss.page(), "Keep the device's side");
      String address = boss.page().url();
      String id = address.substring(address.indexOf("id=") + 3);
      Deed confirm = Deed.of(address, "job:id=" + id + " job:fit=1 job:confirm");
      for (Lure lure : lures(boss.page())) {
        lure.send(address, Deed.fields(confirm.presses().get(0)));
        assertRefused(lure.page());
      }
      for (String state : List.of("", "stateless", "1:2")) {
        confirm.send(boss.page(), state);
      }
      assertThat(server.text("select state from bulk_job where id = ?", id)).isEqualTo("READY");
      assertThat(ana.amountOf("bill-1")).isEqualTo(120);
      confirm.carryOut(boss.page());
      BulkPages.stage(boss.page(), "Done");
      assertThat(ana.amountOf("bill-1")).isEqualTo(110);
    }
  }

  /** Else somebody would work in a session that an attacker can look at afterwards. */
  @Test
  void signIn_thatAnotherSiteSends_letsNobodyIn() {
    try (Console somebody = Console.open(server, browser, Screen.DESK)) {
      for (Lure lure : lures(somebody.page())) {
        lure.send(console + "/j_security_check", Lure.AUDITOR);
        assertRefused(lure.page());
        somebody.go("/overview.xhtml");
        PlaywrightAssertions.assertThat(somebody.page().getByLabel("Password")).isVisible();
      }
    }
  }

  @Test
  void signIn_thatAnotherSiteSends_changesNobody() {
    try (Console boss = admin()) {
      for (Lure lure : lures(boss.page())) {
        lure.send(console + "/j_security_check", Lure.AUDITOR);
        PlaywrightAssertions.assertThat(boss.go("/overview.xhtml").page().locator(".who"))
            .containsText("admin");
      }
    }
  }

  @Test
  void signOut_thatAnotherSiteSends_signsNobodyOut() {
    try (Console boss = admin()) {
      Page page = boss.page();
      String button = page.locator("#leave input[type=submit]").getAttribute("name");
      Deed leave = Deed.of(page.url(), button);
      for (Lure lure : lures(page)) {
        lure.send(leave.address(), Deed.fields(button));
        assertRefused(lure.page());
      }
      for (String state : List.of("", "stateless", "1:2")) {
        leave.send(page, state);
      }
      boss.take("/overview.xhtml?leave=leave&" + button + "=" + button);
      PlaywrightAssertions.assertThat(boss.go("/overview.xhtml").page().locator(".who"))
          .containsText("admin");
      leave.carryOut(page);
      PlaywrightAssertions.assertThat(page.getByLabel("Password")).isVisible();
    }
  }

  /** Whoever planted or saw the name of a session before its sign-in has nothing of it. */
  @Test
  void session_hasAnotherNameAfterTheSignIn() {
    try (Console boss = Console.open(server, browser, Screen.DESK).go("/overview.xhtml")) {
      String before = session(boss.page(), console);
      assertThat(before).isNotEmpty();
      boss.signInHere("admin", server.server().identity().adminPassword());
      PlaywrightAssertions.assertThat(boss.page().locator(".who")).containsText("admin");
      assertThat(session(boss.page(), console)).isNotEmpty().isNotEqualTo(before);
      Http nobody = new Http(URI.create(console + "/"), "");
      Http.Reply reply =
          Http.send(
              nobody.request("overview.xhtml").header("Cookie", "JSESSIONID=" + before).build());
      assertThat(reply.body()).contains("j_security_check").doesNotContain("<nav");
    }
  }

  private List<Lure> lures(Page victim) {
    String host = server.server().addresses().sync().getHost();
    return List.of(
        Lure.at(victim, ELSEWHERE),
        Lure.at(victim, NEXT_DOOR.formatted(host)),
        Lure.hidden(victim));
  }

  private static void assertRefused(Page page) {
    PlaywrightAssertions.assertThat(page.locator("main")).containsText("nothing was done");
  }
}
