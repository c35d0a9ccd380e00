package org.tidemark.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** An auditor who sends the buttons that an administrator has changes nothing by them. */
@ExtendWith({WithServer.class, WithBrowser.class})
class AuditorDoorIT {
  private static final String PRESS =
      """
      ([form, button]) => {
        const target = document.getElementById(form) || document.querySelector("main form[id], form[id]");
        for (const name of button.split(" ")) {
          const field = document.createElement("input");
          field.type = "hidden";
          field.name = name;
          field.value = name.endsWith("user") ? "carl" : name.endsWith("way") ? "MANUAL" : "VIEWER";
          target.appendChild(field);
        }
        target.submit();
      }
      """;

  private final TestServer server;
  private final TestBrowser browser;
  private final String user = TestServer.unique("mia");
  private final String space = TestServer.unique("site");

  AuditorDoorIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
  }

  @BeforeEach
  void makeSpaceAndUpload() {
    Device phone = server.device(user);
    phone.ask("mutation { createSpace(space: \"" + space + "\") { space } }");
    server.execute(
        """
        insert into upload (id, space, user_id, fingerprint, state, file_name, content_type,
                            size_bytes, part_bytes, reserved_bytes, handle, created_at, expires_at)
        values (?, ?, ?, '', 'CREATED', 'photo.png', 'image/png', 1, 1, 0, '', now(),
                now() + interval '1 day')
        """,
        "u".repeat(10) + user,
        space,
        user);
  }

  @ParameterizedTest
  @CsvSource({
    "/policy.xhtml?type=invoice, policy, policy:review",
    "/policy.xhtml?type=invoice, policy, policy:save",
    "/policy.xhtml?type=invoice&restore=1, policy, policy:save",
    "/policy.xhtml?type=fresh, policy, policy:way policy:save",
    "/space.xhtml?space=SPACE, members, members:rows:0:remove",
    "/space.xhtml?space=SPACE, members, members:confirm",
    "/space.xhtml?space=SPACE, members, members:rows:0:role members:rows:0:change",
    "/space.xhtml?space=SPACE, new, new:user new:role new:add",
    "/media.xhtml?user=USER, found, found:rows:0:end",
    "/media.xhtml?user=USER, uploads, uploads:confirm"
  })
  void button_ofAnAdministrator_sentByAnAuditor_changesNothing(
      String path, String form, String button) {
    String before = everything();
    String address = path.replace("SPACE", space).replace("USER", user);
    try (Console console = Console.auditor(server, browser, Screen.DESK, address)) {
      Page page = console.page();
      Locator there = page.locator("header nav");
      there.waitFor();
      page.waitForNavigation(() -> page.evaluate(PRESS, new Object[] {form, button}));
      PlaywrightAssertions.assertThat(there).hasCount(1);
    }
    assertThat(everything()).isEqualTo(before);
  }

  private String everything() {
    return server.everythingWritten()
        + server.text(
            """
            select (select string_agg(user_id || role, ',' order by user_id)
                      from membership where space = ?)
                || (select string_agg(id || state, ',' order by id) from upload where space = ?)
            """,
            space,
            space);
  }
}
