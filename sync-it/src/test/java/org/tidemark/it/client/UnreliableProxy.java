package org.tidemark.it.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.tidemark.it.client.ProxiedRequest.Kind;

/**
 * A bad network between a client and the server, as bad as a test says: each request meets the next
 * fault that was ordered for its kind, and none when there is no further one.
 *
 * <p>A connection carries one request, and an answer is read to its end before anything of it is
 * passed on, so that what a fault does never depends on how the bytes came. The live channel alone
 * is passed on as it comes.
 */
public final class UnreliableProxy implements AutoCloseable {

  private static final int BACKLOG = 50;

  private final URI server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Map<Kind, Deque<Fault>> ordered = new EnumMap<>(Kind.class);
  private final Map<Kind, Fault> always = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
  private final int port;
  private @Nullable ServerSocket door;

  /**
   * @param server the address of the API
   */
  public UnreliableProxy(URI server) {
    this.server = server;
    this.port = listen(0);
  }

  /** The API's address through this proxy. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port + server.getPath());
  }

  /** The next requests of a kind meet these, one after the other. */
  public synchronized void order(Kind kind, Fault... faults) {
    Deque<Fault> queue = ordered.computeIfAbsent(kind, none -> new ArrayDeque<>());
    for (Fault fault : faults) {
      queue.add(fault);
    }
  }

  /** Every request of a kind for which nothing else is ordered meets this. */
  public synchronized void always(Kind kind, Fault fault) {
    always.put(kind, fault);
  }

  /** How many requests of a kind have come in. */
  public synchronized int seen(Kind kind) {
    return seen.getOrDefault(kind, 0);
  }

  private synchronized Fault next(Kind kind) {
    seen.merge(kind, 1, Integer::sum);
    Fault first = ordered.computeIfAbsent(kind, none -> new ArrayDeque<>()).poll();
    return first == null ? always.getOrDefault(kind, new Fault.None()) : first;
  }

  /** The network is gone: what is under way breaks off, and nobody answers. */
  public synchronized void down() {
    closeDoor();
    open.forEach(UnreliableProxy::reset);
  }

  /** The network is back. */
  public synchronized void up() {
    listen(port);
  }

  private int listen(int wanted) {
    try {
      ServerSocket socket = new ServerSocket(wanted, BACKLOG, InetAddress.getByName("127.0.0.1"));
      door = socket;
      threads.execute(() -> accept(socket));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket socket) {
    try {
      while (!socket.isClosed()) {
        Socket client = socket.accept();
        if (isOpened(client, socket)) {
          threads.execute(() -> serve(client));
        }
      }
    } catch (IOException closed) {
      // The network went down, or the test has ended.
    }
  }

  /** A connection that comes just when the network goes down does not outlive it. */
  private synchronized boolean isOpened(Socket client, ServerSocket through) {
    if (through.isClosed()) {
      reset(client);
      return false;
    }
    return open.add(client);
  }

  private void serve(Socket client) {
    try (client) {
      ProxiedRequest request = ProxiedRequest.read(client.getInputStream());
      Fault fault = next(request.kind());
      if (request.kind() == Kind.LISTEN && fault instanceof Fault.None) {
        passOn(request, client);
      } else {
        meet(fault, request, client);
      }
    } catch (IOException e) {
      // Nobody is there any more on one of the sides: let the other see it.
      reset(client);
    } finally {
      open.remove(client);
    }
  }

  private void meet(Fault fault, ProxiedRequest request, Socket client) throws IOException {
    if (fault instanceof Fault.LostRequest) {
      reset(client);
    } else if (fault instanceof Fault.CutRequest cut) {
      reset(connect(request, Math.min(cut.bytes(), request.body().length)));
      reset(client);
    } else if (fault instanceof Fault.OwnAnswer own) {
      client.getOutputStream().write(page(own));
    } else if (fault instanceof Fault.LateRequest) {
      awaitEnd(client);
      ask(request);
    } else {
      answer(fault, ask(request), client);
    }
  }

  private static void answer(Fault fault, byte[] answer, Socket client) throws IOException {
    if (fault instanceof Fault.CutAnswer cut) {
      int body = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
      int kept = (int) Math.min(body + (long) cut.bytes(), answer.length - 1L);
      client.getOutputStream().write(answer, 0, kept);
    } else if (fault instanceof Fault.LostAnswer) {
      reset(client);
    } else if (fault instanceof Fault.LostAnswerAfter after) {
      after.event().run();
      reset(client);
    } else if (fault instanceof Fault.SilentAnswer) {
      awaitEnd(client);
    } else {
      client.getOutputStream().write(answer);
    }
  }

  private static byte[] page(Fault.OwnAnswer own) {
    String body = "<html>not now</html>";
    return ("HTTP/1.1 %d Made by a test\r\nContent-Type: text/html\r\nContent-Length: %d\r\n%sConnection: close\r\n\r\n%s"
            .formatted(own.status(), body.length(), own.headers(), body))
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** The server's whole answer; it fails where there is none. */
  private byte[] ask(ProxiedRequest request) throws IOException {
    try (Socket upstream = connect(request)) {
      byte[] answer = upstream.getInputStream().readAllBytes();
      if (answer.length == 0) {
        throw new IOException("no answer");
      }
      return answer;
    }
  }

  private void passOn(ProxiedRequest request, Socket client) throws IOException {
    try (Socket upstream = connect(request)) {
      threads.execute(() -> closeAfter(client, upstream));
      InputStream in = upstream.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] some = new byte[1 << 10];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        out.write(some, 0, read);
      }
    }
  }

  private static void closeAfter(Socket client, Socket upstream) {
    try (upstream) {
      awaitEnd(client);
    } catch (IOException e) {
      // It is closed either way.
    }
  }

  private Socket connect(ProxiedRequest request) throws IOException {
    return connect(request, request.body().length);
  }

  /**
   * @param bytes of the body that are sent
   */
  private Socket connect(ProxiedRequest request, int bytes) throws IOException {
    Socket upstream = new Socket(server.getHost(), server.getPort());
    try {
      OutputStream out = upstream.getOutputStream();
      out.write(request.headForOne());
      out.write(request.body(), 0, bytes);
      out.flush();
      return upstream;
    } catch (IOException e) {
      upstream.close();
      throw e;
    }
  }

  /** Comes back when the client has given up. */
  private static void awaitEnd(Socket client) {
    try {
      client.getInputStream().readAllBytes();
    } catch (IOException reset) {
      // That is an end too.
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It is closed already.
    }
  }

  private void closeDoor() {
    ServerSocket socket = door;
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    down();
    threads.shutdownNow();
  }
}
