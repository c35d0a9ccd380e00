package org.tidemark.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.tidemark.app.session.Options;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.core.decide.Decider;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.server.KeptReceipts;
import org.tidemark.testkit.server.ModelServer;
import org.tidemark.testkit.server.ModelSettings;
import org.tidemark.testkit.server.Policies;
import org.tidemark.testkit.server.Role;

/** Copies of the application for ana and ben, and the server that they share. */
final class Home implements AutoCloseable {

  static final SpaceId SPACE = new SpaceId("demo");

  private final Path folder;
  private final ModelServer server;
  private final List<Copy> copies = new ArrayList<>();

  Home(Path folder) {
    this.folder = folder;
    ModelServer.Parts parts =
        new ModelServer.Parts(
            new KeptReceipts(),
            Decider::decide,
            Policies.demo(),
            () -> UUID.randomUUID().toString());
    server = new ModelServer(ModelSettings.USUAL, InstantSource.system(), parts);
    server.admit(SPACE, "ana", Role.EDITOR);
    server.admit(SPACE, "ben", Role.EDITOR);
  }

  /** One running copy, and a browser that was let in. */
  record Copy(App app, BlockingQueue<String> addresses, Browser browser) {}

  /** A copy whose browser has come in by the address that it printed. */
  static Copy entered(Copy copy) throws InterruptedException {
    copy.browser().enter(copy.addresses().take());
    return copy;
  }

  Copy ana() {
    return start("ana");
  }

  Copy ben() {
    return start("ben");
  }

  private Copy start(String user) {
    BlockingQueue<String> addresses = new LinkedBlockingQueue<>();
    Options options =
        Options.of(
            Map.of("SYNC_TOKEN", token(user)),
            "--database",
            folder.resolve(user + ".db").toString(),
            "--server",
            "https://tidemark.test/sync",
            "--space",
            SPACE.value(),
            "--port",
            "0",
            "--name",
            user + "'s copy");
    try {
      App app = App.start(options, this::adapted, addresses::add);
      Copy copy = new Copy(app, addresses, new Browser(app.authority()));
      copies.add(copy);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on ben may only read. */
  void refuse() {
    synchronized (server) {
      server.admit(SPACE, "ben", Role.VIEWER);
    }
  }

  /** From now on the space is not there for ben. */
  void lose() {
    synchronized (server) {
      server.dismiss(SPACE, "ben");
    }
  }

  private ClientSettings adapted(ClientSettings settings) {
    String user = settings.user();
    return settings
        .withTransport(locked(Transport.class, server.as(user)))
        .withMedia(locked(MediaTransport.class, server.media().as(user)));
  }

  /** The server in memory knows no threads, and copies have some. */
  private <T> T locked(Class<T> type, T door) {
    Object made =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              synchronized (server) {
                try {
                  return method.invoke(door, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }
            });
    return type.cast(made);
  }

  /** A token as it looks; nobody here verifies it. */
  static String token(String user) {
    String claims = "{\"sub\":\"" + user + "\"}";
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  @Override
  public void close() {
    copies.forEach(copy -> copy.app().close());
  }
}
