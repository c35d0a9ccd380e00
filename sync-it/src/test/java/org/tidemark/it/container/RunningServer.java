package org.tidemark.it.container;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Starts the server of the run before Arquillian looks for it, and tells where it is. */
public final class RunningServer implements BeforeAllCallback {

  private static volatile @Nullable TestServer server;

  @Override
  public void beforeAll(ExtensionContext context) {
    server = WithServer.of(context);
    String root = Objects.requireNonNull(System.getProperty("sync.root"), "sync.root");
    System.setProperty("tidemark.it.wildfly", root + "/wildfly-config/target/server");
    System.setProperty(
        "tidemark.it.management.port", String.valueOf(get().server().addresses().managementPort()));
  }

  /** The server: Arquillian's own extension leaves no way to inject it. */
  static TestServer get() {
    return Objects.requireNonNull(server);
  }
}
