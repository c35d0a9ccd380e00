package org.tidemark.it.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A way to a server on which the bytes to it are counted as they come, and something happens at the
 * byte that a test names. It passes on whatever it reads, and is there before the server is.
 */
final class MeteredWay implements AutoCloseable {

  private static final int BACKLOG = 50;
  private static final int CHUNK_BYTES = 8 << 10;

  private final ServerSocket door;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int server;
  private long bytes;
  private long eventAt = Long.MAX_VALUE;
  private Runnable event = () -> {};

  MeteredWay() {
    try {
      door = new ServerSocket(0, BACKLOG, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /** Where everything goes from now on. */
  void to(URI address) {
    server = address.getPort();
  }

  /** The API's address by this way. */
  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/sync");
  }

  /** Counts from nothing again; the event comes when so many bytes have come, before they go on. */
  synchronized void at(long byteCount, Runnable happening) {
    bytes = 0;
    eventAt = byteCount;
    event = happening;
  }

  /** Bytes that came since then, with the heads of the requests. */
  synchronized long bytes() {
    return bytes;
  }

  private void count(int more) {
    Runnable due = () -> {};
    synchronized (this) {
      bytes += more;
      if (bytes >= eventAt) {
        eventAt = Long.MAX_VALUE;
        due = event;
      }
    }
    due.run();
  }

  private void accept() {
    try {
      while (!door.isClosed()) {
        Socket client = door.accept();
        open.add(client);
        threads.execute(() -> serve(client));
      }
    } catch (IOException closed) {
      // The test has ended.
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket upstream = new Socket("127.0.0.1", server)) {
      open.add(upstream);
      threads.execute(() -> passBack(upstream, client));
      InputStream in = client.getInputStream();
      OutputStream out = upstream.getOutputStream();
      byte[] chunk = new byte[CHUNK_BYTES];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        count(read);
        out.write(chunk, 0, read);
      }
    } catch (IOException e) {
      // One of the sides is gone; both connections end.
    } finally {
      open.remove(client);
    }
  }

  private void passBack(Socket upstream, Socket client) {
    try (client;
        upstream) {
      upstream.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // As above.
    } finally {
      open.remove(upstream);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
