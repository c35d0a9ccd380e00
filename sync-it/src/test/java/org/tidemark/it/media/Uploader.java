package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.Tree;

/** A client of the media API, with one token. */
public record Uploader(Http http) {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Announces a file. */
  Reply tryOpen(String json, String... headers) {
    HttpRequest.Builder request =
        http.request("/api/v1/media/uploads")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return Http.send(request.build());
  }

  Tree open(String json, String... headers) {
    Reply reply = tryOpen(json, headers);
    assertThat(reply.status()).as(reply.body()).isIn(200, 201);
    return reply.tree();
  }

  Tree open(String name, String type, long size) {
    return open(announcement(name, type, size));
  }

  static String announcement(String name, String type, long size) {
    return announcement(
        Map.of(
            "fileName",
            Http.quoted(name),
            "contentType",
            Http.quoted(type),
            "size",
            String.valueOf(size)));
  }

  /** With members as JSON texts. */
  static String announcement(Map<String, String> members) {
    return new TreeMap<>(members)
        .entrySet().stream()
            .map(member -> Http.quoted(member.getKey()) + ":" + member.getValue())
            .collect(Collectors.joining(",", "{", "}"));
  }

  /** Sends a part to where its description says; gives its ETag. */
  static String send(Tree part, byte[] bytes) {
    HttpResponse<String> response = trySend(part, bytes);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.headers().firstValue("ETag").orElseThrow();
  }

  static HttpResponse<String> trySend(Tree part, byte[] bytes) {
    return put(part.at("url").text(), part, BodyPublishers.ofByteArray(bytes));
  }

  /** Sends bytes to a URL, with the headers that a part's description asks for. */
  static HttpResponse<String> put(String url, Tree part, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).PUT(body);
    for (String name : part.at("headers").names()) {
      request.header(name, part.at("headers", name).text());
    }
    try {
      return Http.client().send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer to a PUT", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The bytes of a part of a file. */
  static byte[] slice(byte[] file, Tree upload, int number) {
    int size = upload.at("partSize").number();
    int from = (number - 1) * size;
    return Arrays.copyOfRange(file, from, Math.min(file.length, from + size));
  }

  /** Sends all parts; gives the list that completes the upload. */
  List<String> sendAll(Tree upload, byte[] file) {
    List<String> named = new ArrayList<>();
    for (Tree part : upload.at("parts").elements()) {
      int number = part.at("number").number();
      named.add(named(number, send(part, slice(file, upload, number))));
    }
    return named;
  }

  static String named(int number, String etag) {
    return "{\"number\":%d,\"etag\":%s}".formatted(number, Http.quoted(etag));
  }

  Reply tryComplete(Tree upload, List<String> parts) {
    return post(
        "/uploads/" + upload.at("uploadId").text() + "/complete",
        "{\"parts\":[" + String.join(",", parts) + "]}");
  }

  Tree complete(Tree upload, List<String> parts) {
    Reply reply = tryComplete(upload, parts);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.tree();
  }

  /** Announces, sends and completes. */
  public Tree store(String name, String type, byte[] file) {
    Tree upload = open(name, type, file.length);
    return complete(upload, sendAll(upload, file));
  }

  Reply tryStore(String name, String type, byte[] file) {
    Reply opened = tryOpen(announcement(name, type, file.length));
    return opened.status() == 201
        ? tryComplete(opened.tree(), sendAll(opened.tree(), file))
        : opened;
  }

  Tree storeFor(String name, String type, byte[] file, String more) {
    String announced = announcement(name, type, file.length);
    Tree upload = open(announced.substring(0, announced.length() - 1) + "," + more + "}");
    return complete(upload, sendAll(upload, file));
  }

  Reply status(Tree upload) {
    return http.get("/api/v1/media/uploads/" + upload.at("uploadId").text());
  }

  Reply post(String path, String json) {
    return Http.send(
        http.request("/api/v1/media" + path)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  Reply delete(String path) {
    return Http.send(http.request("/api/v1/media" + path).DELETE().build());
  }

  /** Gets a path of the API's or a whole URL. */
  HttpResponse<byte[]> get(String address, String... headers) {
    HttpRequest.Builder request =
        address.startsWith("http")
            ? HttpRequest.newBuilder(URI.create(address))
            : http.request("/api/v1/media/" + address);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return bytes(request.GET().build());
  }

  HttpResponse<byte[]> head(String media) {
    return bytes(
        http.request("/api/v1/media/" + media).method("HEAD", BodyPublishers.noBody()).build());
  }

  static HttpResponse<byte[]> bytes(HttpRequest request) {
    try {
      return Http.client().send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a form with one file and fields. */
  Reply form(String name, String type, byte[] file, Map<String, String> fields) {
    String boundary = "tidemark-boundary";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach(
        (field, value) ->
            line(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, field, value)));
    line(
        body,
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(boundary, name, type));
    body.writeBytes(file);
    line(body, "\r\n--" + boundary + "--\r\n");
    return Http.send(
        http.request("/api/v1/media")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static void line(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The code of a problem document; "" where there is none. */
  static String code(HttpResponse<?> response) {
    Object body = response.body();
    String text =
        body instanceof byte[] bytes
            ? new String(bytes, StandardCharsets.UTF_8)
            : String.valueOf(body);
    return text.startsWith("{") ? Tree.parse(text).at("code").text() : "";
  }

  static String code(Reply reply) {
    return code(reply.response());
  }
}
