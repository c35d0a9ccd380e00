package org.tidemark.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Debian's nginx ({@code apt install nginx-light}), which takes files by PUT into a folder. */
final class Nginx implements AutoCloseable {
  private static final String SETTINGS =
      """
      daemon off;
      worker_processes 2;
      pid nginx.pid;
      error_log error.log;
      user root;
      events {}
      http {
        access_log off;
        client_max_body_size 0;
        client_body_temp_path body;
        server {
          listen 127.0.0.1:%d;
          root files;
          location / { dav_methods PUT; }
        }
      }
      """;

  private final Process process;
  private final Path home;
  private final int port;

  private Nginx(Process process, Path home, int port) {
    this.process = process;
    this.home = home;
    this.port = port;
  }

  static Nginx start(Path home) throws IOException, InterruptedException {
    Files.createDirectories(home.resolve("files"));
    int port = freePort();
    Path settings = Files.writeString(home.resolve("nginx.conf"), SETTINGS.formatted(port));
    Path words = home.resolve("out.log");
    Process process =
        new ProcessBuilder("nginx", "-p", home.toString(), "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(words.toFile())
            .start();
    while (!answers(port)) {
      if (!process.isAlive()) {
        throw new IOException("nginx ended: " + Files.readString(words));
      }
      Thread.sleep(50);
    }
    return new Nginx(process, home, port);
  }

  URI address(String name) {
    return URI.create("http://127.0.0.1:" + port + "/" + name);
  }

  Path file(String name) {
    return home.resolve("files").resolve(name);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
