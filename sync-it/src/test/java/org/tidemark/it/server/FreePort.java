package org.tidemark.it.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports for servers that tests start. */
public final class FreePort {

  private static final AtomicInteger TAKEN = new AtomicInteger();

  private FreePort() {}

  /**
   * A port that neither a developer's server nor the system's outgoing connections use, so that it
   * stays free until a server has it. Each process begins at another one, since several may be
   * starting servers.
   */
  public static OptionalInt next() {
    int first = 20_000 + (int) (ProcessHandle.current().pid() % 1_000) * 10;
    for (int port = first + TAKEN.getAndIncrement(); port < 32_000; port++) {
      try (ServerSocket socket = new ServerSocket(port)) {
        return OptionalInt.of(socket.getLocalPort());
      } catch (IOException taken) {
        TAKEN.incrementAndGet();
      }
    }
    throw new IllegalStateException("no port is free");
  }
}
