package org.tidemark.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Who is not signed in at the console sees none of it, whatever token they have. */
@ExtendWith(WithServer.class)
class ConsoleDoorIT {
  private final TestServer server;

  ConsoleDoorIT(TestServer server) {
    this.server = server;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "queue.xhtml",
        "conflict.xhtml?id=1",
        "overview.xhtml",
        "clients.xhtml",
        "policies.xhtml",
        "policy.xhtml?type=invoice",
        "policyVersions.xhtml?type=invoice",
        "spaces.xhtml",
        "space.xhtml?space=demo",
        "media.xhtml",
        "orphans.xhtml",
        "audit.xhtml",
        "audit.csv",
        "audit.json",
        "record.xhtml?space=demo&type=invoice&id=1",
        "restore.xhtml?space=demo&type=invoice&id=1&place=MSA"
      })
  void page_signedOut_isTheSignIn(String page) {
    URI console = server.server().addresses().sync().resolve("/console/");
    long entries = server.number("select count(*) from audit");
    for (String token : new String[] {"", server.token("eve", "user", "admin")}) {
      Http.Reply reply = new Http(console, token).get(page);
      assertThat(reply.body())
          .contains("action=\"j_security_check\"")
          .doesNotContain("<nav", "correlation");
      assertThat(reply.header("Content-Type")).startsWith("text/html");
    }
    assertThat(server.number("select count(*) from audit")).isEqualTo(entries);
  }

  @Test
  void clientIdOfSomebodyAtTheConsole_isNobodyElses() {
    Device eve = server.device(TestServer.unique("eve"));
    Device squat = eve.withClientId("console-" + TestServer.unique("boss"));
    long clients = server.number("select count(*) from client");
    assertThat(squat.trySync(Edit.upsert("note", "n", "{}")).code()).isEqualTo("CLIENT_ID_TAKEN");
    assertThat(squat.tryPull("", "").code()).isEqualTo("CLIENT_ID_TAKEN");
    assertThat(server.number("select count(*) from client")).isEqualTo(clients);
  }

  @Test
  void signIn_behindAProxyThatEndsTls_staysEncrypted() {
    URI console = server.server().addresses().sync().resolve("/console/");
    Http browser = new Http(console, "");
    Http.Reply page = Http.send(encrypted(browser, "queue.xhtml").GET().build());
    String cookie = page.header("Set-Cookie");
    assertThat(cookie).contains("JSESSIONID").containsIgnoringCase("; secure");
    Http.Reply in =
        Http.send(
            signIn(browser).header("Cookie", cookie.substring(0, cookie.indexOf(';'))).build());
    assertThat(in.status()).isEqualTo(302);
    assertThat(in.header("Location")).isEqualTo("https://sync.example/console/queue.xhtml");
  }

  /** What browsers tell of where a form comes from; the second one only newer ones, by TLS. */
  @ParameterizedTest
  @CsvSource({
    "https://sync.example, '', 302",
    "https://sync.example, same-origin, 302",
    "'', none, 302",
    // A proxy that passes on another address leaves the browser's own word.
    "https://other.example, same-origin, 302",
    "https://other.example, '', 403",
    "https://sync.example:8443, '', 403",
    "http://sync.example, '', 403",
    "null, '', 403",
    "'', cross-site, 403",
    "https://sync.example, same-site, 403",
  })
  void signIn_behindAProxy_isTakenFromTheConsolesOwnPageAlone(
      String origin, String site, int status) {
    HttpRequest.Builder request =
        signIn(new Http(server.server().addresses().sync().resolve("/console/"), ""));
    if (!origin.isEmpty()) {
      request.header("Origin", origin);
    }
    if (!site.isEmpty()) {
      request.header("Sec-Fetch-Site", site);
    }
    Http.Reply in = Http.send(request.build());
    assertThat(in.status()).isEqualTo(status);
    assertThat(in.header("Set-Cookie").contains("JSESSIONID")).isEqualTo(status == 302);
    assertThat(in.body().contains("nothing was done")).isEqualTo(status == 403);
  }

  private HttpRequest.Builder signIn(Http browser) {
    String password = server.server().identity().adminPassword();
    return encrypted(browser, "j_security_check")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(
            BodyPublishers.ofString(
                "j_username=admin&j_password="
                    + URLEncoder.encode(password, StandardCharsets.UTF_8)));
  }

  private static HttpRequest.Builder encrypted(Http browser, String path) {
    return browser
        .request(path)
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "sync.example");
  }
}
