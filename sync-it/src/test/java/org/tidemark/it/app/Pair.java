package org.tidemark.it.app;

import java.net.URI;
import java.nio.file.Path;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.TestServer;

/** Ana's phone and Ben's laptop, in a space that they share. */
final class Pair implements AutoCloseable {

  final String space = TestServer.unique("home");
  final AppCopy ana;
  final AppCopy ben;
  private final Device anasOther;

  Pair(TestServer server, TestBrowser browser, Path folder, Screen anas, Screen bens) {
    this(server, browser, folder, anas, bens, server.server().addresses().sync());
  }

  /** As above, with Ben's way to the server, which may lead through a bad network. */
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
    anasOther.ask(
        "mutation { inviteMember(space: \"%s\", user: \"%s\", role: \"EDITOR\") { user } }"
            .formatted(space, benName));
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
            "Ben's laptop",
            bensServer.toString(),
            server.token(benName, "user"),
            space,
            browser,
            bens);
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
