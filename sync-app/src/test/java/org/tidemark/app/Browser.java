package org.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;

/** Sends requests word for word, so that a test can say in a header what no browser would. */
final class Browser {

  private static final int PATIENCE_MS = 30_000;

  private final String authority;
  private String cookie = "";

  Browser(String authority) {
    this.authority = authority;
  }

  /** What came back. */
  record Answer(int status, Map<String, String> headers, String body) {

    JsonObject json() {
      try {
        return (JsonObject) JsonReader.read(body);
      } catch (InvalidJson e) {
        throw new AssertionError(body, e);
      }
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    Answer good() {
      assertThat(status).as(body).isEqualTo(200);
      return this;
    }
  }

  /** Opens the address that lets it in. */
  Answer enter(String address) {
    Answer answer = send("GET", address.substring(address.indexOf("/enter")), Map.of(), "");
    cookie = answer.header("set-cookie").replaceFirst(";.*", "");
    return answer;
  }

  Answer get(String path) {
    return send("GET", path, own(), "");
  }

  Answer post(String path, String json) {
    return post(path, json.replace('\'', '"'), own());
  }

  Answer post(String path, String body, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putIfAbsent("Content-Type", "application/json");
    return send("POST", path, all, body);
  }

  /** The headers of the page itself; a test may change them. */
  Map<String, String> own() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Cookie", cookie);
    headers.put("Origin", "http://" + authority);
    headers.put("Sec-Fetch-Site", "same-origin");
    return headers;
  }

  /** Sends a request; without a Host among the headers it is the right one. */
  Answer send(String method, String path, Map<String, String> headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    Map<String, String> all = new TreeMap<>(headers);
    all.putIfAbsent("Host", authority);
    all.putIfAbsent("Content-Length", String.valueOf(content.length));
    all.put("Connection", "close");
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    int port = Integer.parseInt(authority.substring(authority.indexOf(':') + 1));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(content);
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a stream and gives it, with its first message read; it ends with its connection. */
  Stream listen() {
    int port = Integer.parseInt(authority.substring(authority.indexOf(':') + 1));
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MS);
      String head =
          "GET /api/events HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n\r\n".formatted(authority, cookie);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      Stream stream =
          new Stream(
              socket,
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
      stream.next();
      return stream;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Server-sent events as they come. */
  record Stream(Socket socket, BufferedReader lines) implements AutoCloseable {

    /** The next message; "" where the stream has ended. */
    String next() {
      try {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("data: ")) {
            return line;
          }
          if (line.equals("0")) {
            // The last chunk; the connection stays.
            return "";
          }
        }
        return "";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static Answer read(InputStream in) throws IOException {
    String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    int end = all.indexOf("\r\n\r\n");
    String[] lines = all.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; i < lines.length; i++) {
      String[] parts = lines[i].split(": ", 2);
      headers.put(parts[0], parts[1]);
    }
    int status = Integer.parseInt(lines[0].split(" ", -1)[1]);
    return new Answer(status, headers, all.substring(end + 4));
  }

  String cookie() {
    return cookie;
  }
}
