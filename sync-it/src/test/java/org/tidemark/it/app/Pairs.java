package org.tidemark.it.app;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.TestServer;

/** Opens a test's pair, which ends with the test. */
final class Pairs {

  private final ExtensionContext test;
  final TestServer server;
  private final TestBrowser browser;

  Pairs(ExtensionContext test, TestServer server, TestBrowser browser) {
    this.test = test;
    this.server = server;
    this.browser = browser;
  }

  Pair open(Path folder, Screen anas, Screen bens) {
    return open(folder, anas, bens, server.server().addresses().sync());
  }

  /** As above, with Ben's way to the server, which may lead through a bad network. */
  Pair open(Path folder, Screen anas, Screen bens, URI bensServer) {
    Pair pair = new Pair(server, browser, folder, anas, bens, bensServer);
    // JUnit closes what a test has stored when the test ends.
    test.getStore(ExtensionContext.Namespace.create(Pairs.class)).put(pair, pair);
    return pair;
  }
}
