package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** A session that ends while somebody edits a policy or adds a member costs nothing. */
@ExtendWith({WithServer.class, WithBrowser.class})
class EndedSessionIT {
  private final TestServer server;
  private final TestBrowser browser;
  private final String password;
  private final String type = TestServer.unique("bill");
  private final TypePolicy policy;

  EndedSessionIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    policy = new TypePolicy(server, type);
    password = server.server().identity().adminPassword();
  }

  private Console editor() {
    return Console.admin(server, browser, Screen.DESK, "/policy.xhtml?type=" + type);
  }

  private void endAtPressing(Console console, String button) {
    console.forgetSession();
    Console.button(console.page(), button).click();
    assertThat(console.page().locator("input[name=j_password]")).isVisible();
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  @Test
  void policyForm_isBack_withItsRows_andIsSaved() {
    try (Console console = editor()) {
      Page page = console.page();
      page.getByLabel("How it merges").selectOption("SERVER_MERGE");
      Console.button(page, "Add a field").click();
      field(page, "Field").fill("/votes");
      field(page, "Rule").selectOption("SUM");
      page.getByText("Seldom needed").click();
      page.getByLabel("Largest data").fill("5000");
      endAtPressing(console, "See changes and save…");
      assertThat(page.getByRole(AriaRole.STATUS))
          .hasText(
              "You were signed out after a while. What you typed or selected is kept in this tab.");
      console.look("sign-in-ended");
      console.signInHere("admin", password);

      assertThat(page).hasURL(Pattern.compile("policy\\.xhtml\\?type=" + type));
      assertThat(page.locator("#restored")).hasText(Pattern.compile("is back"));
      assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
      assertThat(page.getByLabel("How it merges")).hasValue("SERVER_MERGE");
      assertThat(field(page, "Field")).hasValue("/votes");
      assertThat(field(page, "Rule")).hasValue("SUM");
      assertThat(page.getByLabel("Largest data")).hasValue("5000");
      console.look("policy-restored");
      Console.button(page, "See changes and save…").click();
      endAtPressing(console, "Save");
      console.signInHere("admin", password);
      assertThat(field(page, "Field")).hasValue("/votes");
      Console.button(page, "See changes and save…").click();
      Console.button(page, "Save").click();
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("Saved. Version 1 holds from now on.");
      assertThat(policy.newest()).contains("\"/votes\":\"SUM\"", "SERVER_MERGE", "5000");
      console.go("/policy.xhtml?type=" + type);
      assertThat(field(page, "Field")).hasValue("/votes");
      assertThat(page.locator("#restored")).isHidden();
    }
  }

  @Test
  void policyAsJson_isBack_asItWasTyped() {
    try (Console console = editor()) {
      Page page = console.page();
      Console.button(page, "Edit as JSON").click();
      String typed = "{\n  \"strategy\": \"MANUAL\",\n  oops\n}";
      page.getByLabel("Policy, as JSON").fill(typed);
      endAtPressing(console, "See changes and save…");
      console.signInHere("admin", password);
      assertThat(page.getByLabel("Policy, as JSON")).hasValue(typed);
      assertThat(page.locator("#restored")).isVisible();
      assertThat(page.locator("#lost")).containsText("was not carried out");
      Console.button(page, "Begin afresh").click();
      assertThat(page.getByLabel("How it merges")).hasValue("LAST_WRITE_OF_RECORD");
      assertThat(page.locator("#restored")).isHidden();
    }
  }

  @Test
  void policyThatSomebodySavedMeanwhile_isSaidToBeNewer() {
    policy.save("\"strategy\":\"MANUAL\",\"rules\":{\"/a\":\"MAX\",\"/b\":\"MIN\"}");
    try (Console console = editor()) {
      Page page = console.page();
      Console.button(page, "Remove /b").click();
      field(page, "Field").fill("/c");
      policy.save("\"strategy\":\"LAST_WRITE_WINS\"");
      endAtPressing(console, "Check");
      console.signInHere("admin", password);
      assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("saved version 2 since");
      assertThat(field(page, "Field")).hasValue("/c");
      assertThat(page.getByLabel("How it merges")).hasValue("MANUAL");
      assertThat(policy.newest()).startsWith("2 ");
    }
  }

  @Test
  void member_isBack_andIsAdded() {
    String space = TestServer.unique("site");
    server
        .device(TestServer.unique("mia"))
        .ask("mutation { createSpace(space: \"" + space + "\") { space } }");
    try (Console console =
        Console.admin(server, browser, Screen.PHONE, "/space.xhtml?space=" + space)) {
      Page page = console.page();
      page.getByLabel("User, by the name").fill("carl");
      page.locator("[id='new:role']").selectOption("VIEWER");
      endAtPressing(console, "Add a member");
      console.signInHere("admin", password);
      assertThat(page).hasURL(Pattern.compile("space\\.xhtml\\?space=" + space));
      assertThat(page.getByLabel("User, by the name")).hasValue("carl");
      assertThat(page.locator("[id='new:role']")).hasValue("VIEWER");
      Console.button(page, "Add a member").click();
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("carl is a member now: Viewer.");
      assertThat(page.getByLabel("User, by the name")).hasValue("");
    }
  }

  @Test
  void roleThatWasToChange_isSaidNotToHave() {
    String space = TestServer.unique("site");
    server
        .device(TestServer.unique("mia"))
        .ask(
            """
            mutation { createSpace(space: "%s") { space }
              inviteMember(space: "%s", user: "carl", role: "VIEWER") { user } }
            """
                .formatted(space, space));
    try (Console console =
        Console.admin(server, browser, Screen.PHONE, "/space.xhtml?space=" + space)) {
      Page page = console.page();
      page.getByLabel("Role carl").selectOption("EDITOR");
      endAtPressing(console, "Change carl");
      console.signInHere("admin", password);
      assertThat(page).hasURL(Pattern.compile("space\\.xhtml\\?space=" + space));
      assertThat(page.locator("#lost")).containsText("was not carried out");
      assertThat(page.getByLabel("Role carl")).hasValue("VIEWER");
      console.look("space-lost");
      page.reload();
      assertThat(page.locator("#lost")).hasCount(0);
    }
  }

  @Test
  void bulkJob_isNotBegun_andFilterAndSelectionAreBack() {
    Clashing ana = Clashing.of(server);
    ana.amount("bill-1");
    ana.amount("bill-2");
    long jobs = server.number("select count(*) from bulk_job");
    try (Console console =
        Console.admin(server, browser, Screen.DESK, ana.queue() + "&field=amount")) {
      Page page = console.page();
      page.locator("[data-pick]").first().check();
      page.getByLabel("Settle what is selected").selectOption("USE_SERVER");
      endAtPressing(console, "Try it out");
      assertThat(page.locator("#ended")).containsText("kept in this tab");
      console.signInHere("admin", password);
      assertThat(page).hasURL(Pattern.compile("queue\\.xhtml\\?space=.*&field=amount"));
      assertThat(page.locator("#lost")).containsText("nothing was started");
      assertThat(page.locator("#selected")).hasText("1 of 2 selected");
      assertThat(page.locator("[data-pick]").first()).isChecked();
      assertThat(page.getByLabel("Settle what is selected")).hasValue("USE_SERVER");
      console.look("queue-lost");
      assertThat(server.number("select count(*) from bulk_job")).isEqualTo(jobs);
      Console.button(page, "Try it out").click();
      assertThat(page).hasURL(Pattern.compile("bulk\\.xhtml\\?id="));
    } finally {
      server.execute(
          "update conflict set status = 'RESOLVED' where space = ? and status = 'OPEN'",
          ana.space());
    }
  }

  @Test
  void signInOfWhoLeftOrComesFirst_saysNothingOfASession() {
    try (Console console = editor()) {
      Page page = console.page();
      page.getByText("Sign out").click();
      assertThat(page.locator("input[name=j_password]")).isVisible();
      assertThat(page.locator("#ended")).isHidden();
    }
  }
}
