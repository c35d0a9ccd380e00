package org.tidemark.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider's key set over HTTP, which can change, fail, hang and go away. */
final class KeySetServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch hung = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean hangs;
  private volatile int status = 200;
  private volatile String body = "";

  KeySetServer(String... keys) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    publish(keys);
  }

  URI address() {
    var address = server.getAddress();
    return URI.create("http://%s:%d/jwks".formatted(address.getHostString(), address.getPort()));
  }

  void publish(String... keys) {
    answerWith(200, "{\"keys\":[" + String.join(",", keys) + "]}");
  }

  void answerWith(int newStatus, String newBody) {
    status = newStatus;
    body = newBody;
  }

  /** From now on takes requests and never answers. */
  void hang() {
    hangs = true;
  }

  void awaitHungRequest() throws InterruptedException {
    hung.await();
  }

  int asked() {
    return asked.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.incrementAndGet();
    if (hangs) {
      hung.countDown();
      try {
        end.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Goes away: nobody listens at the address any more. */
  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
