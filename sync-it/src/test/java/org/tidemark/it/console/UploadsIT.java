package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Uploads and media in the browser. */
@ExtendWith({WithServer.class, WithBrowser.class})
class UploadsIT {
  private final TestServer server;
  private final TestBrowser browser;
  private final String user = TestServer.unique("mia");
  private final Device phone;

  UploadsIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    phone = server.device(user);
  }

  @BeforeEach
  void makePersonalSpace() {
    phone.pull();
  }

  static Stream<Screen> screens() {
    return Stream.of(Screen.PHONE, Screen.PHONE_DARK, Screen.DESK, Screen.DESK_DARK);
  }

  /** Announces a file, of which nothing comes; gives the upload's id. */
  private String announce(String file) {
    HttpRequest request =
        phone
            .http()
            .request("/api/v1/media/uploads")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"fileName\":\"%s\",\"contentType\":\"image/png\",\"size\":2048}"
                        .formatted(file)))
            .build();
    Http.Reply reply = Http.send(request);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.tree().at("uploadId").text();
  }

  private void ended(String state, int many) {
    server.execute(
        """
        insert into upload (id, space, user_id, fingerprint, state, file_name, content_type,
                            size_bytes, part_bytes, reserved_bytes, handle, rejection, created_at,
                            expires_at)
        select ? || '-' || n, '~' || ?, ?, '', ?, 'file-' || n || '.png', 'image/png', 1, 1, 0, '',
               'TYPE_MISMATCH' || chr(10) || 'The content is no image.',
               now() - n * interval '1 minute', now() + interval '1 day'
          from generate_series(1, ?) n
        """,
        TestServer.unique(user),
        user,
        user,
        state,
        many);
  }

  private void orphan(String file, String unnamedFor) {
    server.execute(
        """
        insert into media (id, space, content_id, file_name, content_type, size_bytes, sha256, state,
                           created_by, created_at, unnamed_since, checked_at)
        values (?, '~' || ?, 0, ?, 'image/png', 1048576, '', 'READY', ?, now(),
                now() - ?::interval, now())
        """,
        TestServer.unique("orphan"),
        user,
        file,
        user,
        unnamedFor);
  }

  private String state(String upload) {
    return server.text("select state from upload where id = ?", upload);
  }

  @ParameterizedTest
  @MethodSource("screens")
  void pages_onEveryScreen_areReadableForAll(Screen screen) {
    announce("a-rather-long-name-of-a-file-".repeat(4) + ".png");
    ended("REJECTED", 2);
    orphan("holiday.png", "3 days");
    try (Console console = Console.admin(server, browser, screen, "/media.xhtml?user=" + user)) {
      console.look("media");
      console.go("/media.xhtml?state=FAILED&user=" + user).look("media-failed");
      console.go("/orphans.xhtml").look("orphans");
    }
    server.execute("delete from media where space = '~' || ?", user);
  }

  @Test
  void upload_isEnded_bytesAndQuotaAreFree_andTheTrailHasIt() {
    String upload = announce("photo.png");
    assertThat(staged()).isEqualTo(2048);
    try (Console console =
        Console.admin(server, browser, Screen.DESK, "/media.xhtml?user=" + user)) {
      Page page = console.page();
      Console.button(page, "End photo.png").click();
      assertThat(page.locator("section[aria-labelledby=ending]")).containsText("by " + user);
      Console.button(page, "Back").click();
      assertThat(state(upload)).isEqualTo("CREATED");
      Console.button(page, "End photo.png").click();
      page.locator("[id='uploads:confirm']").click();
      assertThat(page.getByRole(AriaRole.STATUS).first())
          .hasText("The upload of photo.png was ended.");
    }
    assertThat(state(upload)).isEqualTo("ABORTED");
    assertThat(staged()).isZero();
    assertThat(
            server.text(
                """
                select before_value || ' > ' || after_value from audit
                 where action = 'upload.cancel' and actor = 'admin' and space = '~' || ?
                """,
                user))
        .isEqualTo("%1$s of %2$s CREATED > %1$s of %2$s ABORTED".formatted(upload, user));
  }

  private long staged() {
    return server.number("select staged_bytes from media_usage where space = '~' || ?", user);
  }

  @Test
  void upload_thatEndedMeanwhile_staysAsItIs() {
    String upload = announce("photo.png");
    try (Console console =
        Console.admin(server, browser, Screen.PHONE, "/media.xhtml?user=" + user)) {
      Page page = console.page();
      Console.button(page, "End photo.png").click();
      server.execute("update upload set state = 'READY' where id = ?", upload);
      page.locator("[id='uploads:confirm']").click();
      assertThat(page.getByRole(AriaRole.STATUS).first())
          .hasText("The upload of photo.png had ended already.");
      assertThat(state(upload)).isEqualTo("READY");
    }
  }

  @Test
  void uploads_areFoundByState_andReadInPages_newestFirst() {
    ended("REJECTED", 60);
    ended("EXPIRED", 1);
    announce("photo.png");
    try (Console console =
        Console.auditor(server, browser, Screen.DESK, "/media.xhtml?state=FAILED&user=" + user)) {
      Page page = console.page();
      Locator files = page.locator("[id=found] tbody th");
      assertThat(files).hasCount(50);
      List<String> first = files.allTextContents();
      assertThat(first.get(0)).startsWith("file-1.png");
      page.getByText("Older").click();
      assertThat(files).hasCount(11);
      assertThat(files.last()).containsText("file-60.png");
      page.getByText("Newest").click();
      page.locator("select[name=state]").selectOption("EXPIRED");
      Console.button(page, "Filter").click();
      assertThat(files).hasCount(1);
      page.locator("select[name=state]").selectOption("UNDER_WAY");
      page.locator("input[name=space]").fill("~" + user);
      Console.button(page, "Filter").click();
      assertThat(files).hasCount(1);
      assertThat(files).containsText("photo.png");
      assertThat(page.locator("[id=found] input[type=submit]")).hasCount(0);
      console.go("/media.xhtml?state=NONE&space=%00&after=never");
      assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    }
  }

  @Test
  void orphans_areListed_withWhenTheyGo() {
    orphan("holiday.png", "3 days");
    orphan("older.png", "5 days");
    try (Console console = Console.auditor(server, browser, Screen.DESK, "/media.xhtml")) {
      Page page = console.page();
      Locator store = page.locator("section[aria-labelledby=store]");
      // The server looks through what other tests left, and may have found more of them meanwhile.
      Await.until(
          "the page counts all that no record names",
          Duration.ofSeconds(60),
          () -> {
            page.reload();
            return Pattern.compile("Media without a record\\s*%,d, ".formatted(orphans()))
                .matcher(store.innerText())
                .find();
          });
      store.locator("a").click();
      Locator mine =
          page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("~" + user));
      assertThat(mine.locator("th"))
          .hasText(new Pattern[] {Pattern.compile("older.png"), Pattern.compile("holiday.png")});
      assertThat(mine.locator("td").nth(2)).hasText("5 days ago");
    }
    server.execute("delete from media where space = '~' || ?", user);
  }

  /** All of the server's: files that other tests left stand among them. */
  private long orphans() {
    return server.number(
        """
        select count(*) from media
         where unnamed_since is not null and state in ('READY', 'ORPHANED')
        """);
  }
}
