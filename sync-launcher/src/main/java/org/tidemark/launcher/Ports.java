package org.tidemark.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Chooses TCP ports on this machine. */
final class Ports {

  private static final int TRIES = 200;
  private static final int FIRST_UNPRIVILEGED = 1024;

  private final IntPredicate isFree;

  Ports(IntPredicate isFree) {
    this.isFree = isFree;
  }

  static Ports ofThisMachine() {
    return new Ports(Ports::canListen);
  }

  /**
   * The port that somebody asked for, or none other; without a wish the usual one or the next free.
   */
  int choose(OptionalInt wish, int usual, String property) {
    if (wish.isEmpty()) {
      return next(usual);
    }
    var port = wish.getAsInt();
    if (port < 1 || port > 65_535) {
      throw new StartFailure(
          "-D%s=%d is no port: it has to be 1 to 65535.".formatted(property, port));
    }
    if (!isFree.test(port)) {
      throw new StartFailure(
          port < FIRST_UNPRIVILEGED
              ? "Port %d is taken, or this user may not use it. Choose another with -D%s=…"
                  .formatted(port, property)
              : "Port %d is taken. Choose another with -D%s=…".formatted(port, property));
    }
    return port;
  }

  int next(int usual) {
    return IntStream.range(usual, Math.min(usual + TRIES, 65_536))
        .filter(isFree)
        .findFirst()
        .orElseThrow(
            () ->
                new StartFailure(
                    "No port is free from %d to %d.".formatted(usual, usual + TRIES - 1)));
  }

  boolean isFree(int port) {
    return isFree.test(port);
  }

  // All addresses and not loopback alone: a server that listens on the wildcard address would
  // otherwise go unnoticed on some systems, and take half of our connections.
  private static boolean canListen(int port) {
    try (var any = new ServerSocket();
        var loopback = new ServerSocket()) {
      any.setReuseAddress(true);
      any.bind(new InetSocketAddress(port));
      any.close();
      loopback.setReuseAddress(true);
      loopback.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
