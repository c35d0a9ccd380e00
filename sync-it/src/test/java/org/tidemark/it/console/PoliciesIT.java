package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

/** Policies in the browser, each test with an entity type of its own. */
@ExtendWith({WithServer.class, WithBrowser.class})
class PoliciesIT {
  private final TestServer server;
  private final TestBrowser browser;
  private final TypePolicy policy;
  private final String type = TestServer.unique("bill");
  private final String user = TestServer.unique("mia");
  private final Device phone;
  private final Device laptop;

  PoliciesIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    policy = new TypePolicy(server, type);
    phone = server.device(user);
    laptop = phone.another();
  }

  static Stream<Screen> screens() {
    return Stream.of(Screen.PHONE, Screen.PHONE_DARK, Screen.DESK, Screen.DESK_DARK);
  }

  private Console admin(Screen screen, String path) {
    return Console.admin(server, browser, screen, path);
  }

  private String editor() {
    return "/policy.xhtml?type=" + type;
  }

  private void clash(String id) {
    phone.push(Edit.upsert(type, id, "{\"amount\":100,\"note\":\"a\"}"));
    phone.push(Edit.upsert(type, id, "{\"amount\":120,\"note\":\"a\"}").on(1));
    laptop.push(Edit.upsert(type, id, "{\"amount\":110,\"note\":\"a\"}").on(1));
  }

  @ParameterizedTest
  @MethodSource("screens")
  void pages_onEveryScreen_areReadableForAll(Screen screen) {
    policy.save("\"strategy\":\"MANUAL\"");
    clash("bill-1");
    policy.save("\"strategy\":\"SERVER_MERGE\",\"rules\":{\"/amount\":\"SUM\"}");
    try (Console console = admin(screen, "/policies.xhtml")) {
      Page page = console.page();
      console.look("policies");
      console.go(editor()).look("policy");
      Console.button(page, "Try on recent conflicts").click();
      console.look("policy-tried");
      Console.button(page, "Add a field").click();
      page.getByLabel("Field", exact()).last().fill("amount");
      Console.button(page, "See changes and save…").click();
      console.look("policy-wrong");
      page.getByLabel("Field", exact()).last().fill("/note");
      Console.button(page, "See changes and save…").click();
      console.look("policy-changes");
      console.go("/policyVersions.xhtml?type=" + type).look("policy-versions");
    }
  }

  @Test
  void policy_isWritten_lookedAt_andSaved() {
    try (Console console = admin(Screen.DESK, "/policies.xhtml")) {
      Page page = console.page();
      page.getByLabel("A type, for a policy of its own").fill(type);
      Console.button(page, "Write a policy").click();
      assertThat(page.locator("main")).containsText("no policy yet");
      page.getByLabel("How it merges").selectOption("SERVER_MERGE");
      Console.button(page, "Add a field").click();
      page.getByLabel("Field", exact()).fill("/votes");
      page.getByLabel("Rule").selectOption("SUM");
      Console.button(page, "See changes and save…").click();
      assertThat(page.locator("section[aria-labelledby=changes]")).containsText("Rule of /votes");
      assertThat(page.locator("section[aria-labelledby=changes]")).containsText("\"SUM\"");
      Console.button(page, "Save").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("Saved. Version 1 holds from now on.");
      assertThat(policy.newest()).startsWith("1 ").contains("\"/votes\":\"SUM\"", "SERVER_MERGE");
      Console.button(page, "Remove /votes").click();
      assertThat(page.getByLabel("Field", exact())).hasCount(0);
      Console.button(page, "See changes and save…").click();
      Console.button(page, "Save").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("Saved. Version 2 holds from now on.");
      assertThat(policy.newest()).contains("\"rules\":{}");
      assertThat(
              server.number(
                  "select count(*) from audit where action = 'policy.save' and entity_type = ?"
                      + " and actor = 'admin'",
                  type))
          .isEqualTo(2);
    }
  }

  @Test
  void mistakes_areToldWhereTheyAre_andWhatWasTypedStays() {
    try (Console console = admin(Screen.PHONE, editor())) {
      Page page = console.page();
      Console.button(page, "Add a field").click();
      page.getByLabel("Field", exact()).fill("votes");
      page.getByText("Seldom needed").click();
      page.getByLabel("Largest data").fill("much");
      page.getByLabel("JSON Schema").fill("{\"type\": \"nothing\"");
      Console.button(page, "Check").click();
      assertThat(page.getByRole(AriaRole.ALERT))
          .containsText("/schema is not JSON: it ends too early (line 1, column");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("/maxBytes must be a whole number");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Rule of votes");
      assertThat(page.locator("[aria-invalid=true]")).hasCount(3);
      assertThat(page.getByLabel("Field", exact())).isFocused();
      page.getByLabel("JSON Schema").fill("{\"type\":\"objekt\"}");
      Console.button(page, "Check").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("/schema/type must be one of array");
      page.getByLabel("JSON Schema").fill("");
      Console.button(page, "Check").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("/maxBytes must be a whole number");
      assertThat(page.locator(".rule .wrong")).hasText("must be a JSON pointer such as /field");
      assertThat(page.getByLabel("Field", exact())).hasValue("votes");
      assertThat(page.getByLabel("Largest data")).hasValue("much");
      assertThat(page.getByLabel("Largest data")).hasAttribute("aria-invalid", "true");
      page.getByLabel("Field", exact()).fill("/votes");
      page.getByLabel("Largest data").fill("1000");
      Console.button(page, "Check").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("The policy is valid");
      assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    }
  }

  @Test
  void json_isCheckedInPlace_andBecomesTheForm() {
    try (Console console = admin(Screen.DESK, editor())) {
      Page page = console.page();
      Console.button(page, "Edit as JSON").click();
      Locator text = page.getByLabel("Policy, as JSON");
      assertThat(text).hasValue(Pattern.compile("\"strategy\": \"LAST_WRITE_WINS\""));
      text.fill("{\n  \"strategy\": \"MANUAL\",\n  oops\n}");
      Console.button(page, "Check").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("line 3");
      assertThat(text).hasValue("{\n  \"strategy\": \"MANUAL\",\n  oops\n}");
      text.fill("{\"strategy\": \"GUESS\", \"colour\": 1}");
      Console.button(page, "Edit as a form").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("/strategy must be one of");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("/colour is not known");
      text.fill("{\"strategy\": \"MANUAL\", \"rules\": {\"/a\": \"MAX\"}}");
      Console.button(page, "Edit as a form").click();
      assertThat(page.getByLabel("How it merges")).hasValue("MANUAL");
      assertThat(page.getByLabel("Field", exact())).hasValue("/a");
      assertThat(page.getByLabel("Rule")).hasValue("MAX");
    }
  }

  @Test
  void otherAdministrator_whoWasQuicker_isShown_andTheDraftIsNotLost() {
    policy.save("\"strategy\":\"MANUAL\"");
    try (Console console = admin(Screen.DESK, editor())) {
      Page page = console.page();
      page.getByLabel("How it merges").selectOption("SERVER_MERGE");
      Console.button(page, "See changes and save…").click();
      policy.save("\"strategy\":\"LAST_WRITE_WINS\",\"maxBytes\":5000");
      Console.button(page, "Save").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("admin saved version 2 while");
      Locator changes = page.locator("section[aria-labelledby=changes]");
      assertThat(changes).containsText("LAST_WRITE_WINS");
      assertThat(changes).containsText("/maxBytes");
      assertThat(policy.newest()).startsWith("2 ");
      Console.button(page, "Save").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("Saved. Version 3 holds from now on.");
      assertThat(policy.newest()).contains("SERVER_MERGE");
    }
  }

  @Test
  void versions_areCompared_andBroughtBack() {
    policy.save("\"strategy\":\"MANUAL\"");
    policy.save("\"strategy\":\"LAST_WRITE_WINS\",\"maxBytes\":5000");
    policy.save("\"strategy\":\"LAST_WRITE_WINS\",\"maxBytes\":6000");
    try (Console console = admin(Screen.DESK, "/policyVersions.xhtml?type=" + type)) {
      Page page = console.page();
      Locator difference = page.locator("section[aria-labelledby=difference]");
      assertThat(difference.locator("tbody th")).hasText("/maxBytes");
      page.locator("select[name=from]").selectOption("1");
      Console.button(page, "Compare").click();
      assertThat(difference).containsText("From version 1 to version 3");
      assertThat(difference).containsText("/strategy");
      page.getByText("Bring back…").last().click();
      assertThat(page.locator("section[aria-labelledby=changes]")).containsText("\"MANUAL\"");
      Console.button(page, "Save").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("Saved. Version 4 holds from now on.");
      assertThat(policy.newest()).startsWith("4 ").contains("MANUAL");
    }
  }

  @Test
  void versionThatIsNone_isNotBroughtBack_andTheNewestIsShown() {
    policy.save("\"strategy\":\"SERVER_MERGE\"");
    try (Console console = admin(Screen.DESK, editor() + "&restore=7")) {
      Page page = console.page();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Version 7 of this policy cannot");
      assertThat(page.getByLabel("How it merges")).hasValue("SERVER_MERGE");
      assertThat(Console.button(page, "Save")).hasCount(0);
    }
  }

  @Test
  void draft_isTriedOnConflicts_andOnARecord_andNothingIsSaved() {
    policy.save("\"strategy\":\"MANUAL\"");
    clash("bill-1");
    clash("bill-2");
    String before = server.everythingWritten();
    try (Console console = admin(Screen.DESK, editor())) {
      Page page = console.page();
      Console.button(page, "Try on recent conflicts").click();
      assertThat(page.locator("#results > li strong"))
          .hasText(new String[] {"Would be a conflict", "Would be a conflict"});
      page.getByLabel("How it merges").selectOption("SERVER_MERGE");
      Console.button(page, "Add a field").click();
      assertThat(page.locator("#results")).hasCount(0);
      page.getByLabel("Field", exact()).fill("/amount");
      page.getByLabel("Rule").selectOption("SUM");
      Console.button(page, "Try on recent conflicts").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("2 would need no person");
      page.locator("#results summary").first().click();
      assertThat(page.locator("#results pre").first()).containsText("\"amount\": 130");
      page.getByText("On a record, or on data you type").click();
      page.getByLabel("Space", exact()).fill("~" + user);
      page.getByLabel("Record", exact()).fill("bill-1");
      Console.button(page, "Fetch the record").click();
      assertThat(page.getByLabel("Before", exact())).hasValue(Pattern.compile("100"));
      page.getByLabel("Device", exact()).fill("{\"amount\": 105, \"note\": \"a\"}");
      Console.button(page, "Try on this data").click();
      assertThat(page.locator("#results pre")).containsText("\"amount\": 125");
      page.getByLabel("Device", exact()).fill("{\"amount\": ");
      Console.button(page, "Try on this data").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("Device: not a JSON object");
    }
    assertThat(server.everythingWritten()).isEqualTo(before);
  }

  @Test
  void auditor_reads_andTriesOut_andCannotSave() {
    policy.save("\"strategy\":\"MANUAL\"");
    clash("bill-1");
    try (Console console = Console.auditor(server, browser, Screen.DESK, editor())) {
      Page page = console.page();
      assertThat(page.getByLabel("How it merges")).isDisabled();
      assertThat(Console.button(page, "See changes and save…")).hasCount(0);
      Console.button(page, "Try on recent conflicts").click();
      assertThat(page.locator("#results > li")).hasCount(1);
      console.go("/policyVersions.xhtml?type=" + type);
      assertThat(page.getByText("Bring back…")).hasCount(0);
      console.go("/policies.xhtml");
      assertThat(page.getByText("Write a policy")).hasCount(0);
    }
  }

  @Test
  void typeThatIsNone_isSaidToBe() {
    try (Console console = admin(Screen.PHONE, "/policy.xhtml?type=%20a%00")) {
      Page page = console.page();
      assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
      console.go("/policyVersions.xhtml?type=" + TestServer.unique("none"));
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("There is no policy of that type.");
      console.go("/policy.xhtml");
      assertThat(page.getByRole(AriaRole.ALERT)).hasText("There is no policy of that type.");
    }
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }
}
