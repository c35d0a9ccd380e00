package org.tidemark.app.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's HTTP server on the loopback address. What can go out of hand is bounded: threads,
 * connections that wait (the JDK closes what finds no room), bodies, and how long the other side
 * may take, less while others wait. Every answer bears the headers that keep a page safe.
 */
public final class Server implements AutoCloseable {

  private static final int MOST_THREADS = 32;
  private static final int MOST_WAITING = 256;
  private static final int BACKLOG = 64;
  private static final int IDLE_SECONDS = 30;

  /** On this computer nothing takes longer but who does not mean to send or read. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Long enough for a large file on a slow disk, and no thread waits for ever. */
  private static final String REQUEST_SECONDS = "600";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
              + " require-trusted-types-for 'script'; trusted-types 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private final HttpServer server;
  private final ExecutorService threads;
  private final Patience patience;

  private Server(HttpServer server, ExecutorService threads, Patience patience) {
    this.server = server;
    this.threads = threads;
    this.patience = patience;
  }

  /**
   * Takes the port, and answers nobody yet.
   *
   * @param port 0: any that is free
   */
  public static Server on(int port) throws IOException {
    return on(port, PATIENCE);
  }

  static Server on(int port, Duration most) throws IOException {
    // Small answers go out at once; read when the server's classes are first used.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> {
              Thread thread = new Thread(work, "tidemark-page");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    Patience patience = new Patience(most, () -> !threads.getQueue().isEmpty());
    server.setExecutor(task -> threads.execute(() -> run(task, patience)));
    return new Server(server, threads, patience);
  }

  /** Reads the head of a request, and answers it. */
  private static void run(Runnable task, Patience patience) {
    patience.begin();
    try {
      task.run();
    } finally {
      patience.end();
    }
  }

  /** What requests name this server by. */
  public String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Answers from now on. */
  public void start(Routes.Action all) {
    server.createContext("/", exchange -> serve(exchange, all));
    server.start();
  }

  private void serve(HttpExchange exchange, Routes.Action all) throws IOException {
    patience.end();
    try {
      Reply reply = answer(exchange, all);
      HEADERS.forEach(exchange.getResponseHeaders()::set);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      patience.begin();
      // The JDK complains of an answer to HEAD that names its length.
      boolean bare = exchange.getRequestMethod().equals("HEAD");
      long length = bare ? Reply.NOTHING : reply.length();
      exchange.sendResponseHeaders(reply.status(), length);
      patience.end();
      if (length != Reply.NOTHING) {
        try (OutputStream out = patience.writing(exchange.getResponseBody())) {
          reply.content().write(out);
        }
      }
    } finally {
      patience.begin();
      exchange.close();
    }
  }

  @SuppressWarnings("CatchingUnchecked") // Whatever fails is told as a problem.
  private Reply answer(HttpExchange exchange, Routes.Action all) throws IOException {
    try {
      return all.answer(new Call(exchange, patience.reading(exchange.getRequestBody())));
    } catch (RuntimeException e) {
      boolean forPeople = !exchange.getRequestURI().getPath().startsWith("/api/");
      return forPeople ? Reply.sentence(e) : Reply.problem(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    patience.close();
  }
}
