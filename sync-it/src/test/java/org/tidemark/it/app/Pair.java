package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;

/** Ana's phone and Ben's laptop, in a space that they share. */
final class Pair implements AutoCloseable {

  final String space = TestServer.unique("home");
  final AppCopy ana;
  final AppCopy ben;
  private final Device anasOther;
  private final String benName;

  Pair(
      TestServer server,
      TestBrowser browser,
      Path folder,
      Screen anas,
      Screen bens,
      URI bensServer) {
    String anaName = TestServer.unique("ana");
    String benName = TestServer.unique("ben");
    anasOther = server.device(anaName);
    anasOther.ask("mutation { createSpace(space: \"%s\") { space } }".formatted(space));
    this.benName = benName;
    let("EDITOR");
    String address = server.server().addresses().sync().toString();
    ana =
        AppCopy.start(
            folder.resolve("ana"),
            "Ana's phone",
            address,
            server.token(anaName, "user"),
            space,
            browser,
            anas);
    ben =
        AppCopy.start(
            folder.resolve("ben"),
            bens.width() < 600 ? "Ben's phone" : "Ben's laptop",
            bensServer.toString(),
            server.token(benName, "user"),
            space,
            browser,
            bens);
  }

  /**
   * Ben changes a record while he is offline, and another change of it reaches the server; then he
   * hears of the conflict.
   *
   * @param first makes the record, the only one of its type
   * @param bens what Ben does on the record's page
   * @param others the change that is there before his
   */
  void clash(Edit first, Consumer<AppCopy> bens, Edit others) {
    anasOther.push(first.in(space));
    ben.go("records/" + first.type());
    ben.page().locator(".list a").click();
    ben.goOffline();
    bens.accept(ben);
    assertThat(ben.link("Waiting, 1 waiting")).isVisible();
    anasOther.push(others.on(1).in(space));
    ben.turnNetwork();
    assertThat(ben.notices()).containsText("was changed here and elsewhere");
  }

  /** Gives Ben a role in the space. */
  final void let(String role) {
    anasOther.ask(
        "mutation { inviteMember(space: \"%s\", user: \"%s\", role: \"%s\") { user } }"
            .formatted(space, benName, role));
  }

  /** Another device of Ana's. */
  Device anasOther() {
    return anasOther;
  }

  @Override
  public void close() {
    ana.close();
    ben.close();
  }
}
