package org.tidemark.it.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.tidemark.core.json.JsonString;

/**
 * Requests to a server with one token.
 *
 * @param token "" for none
 */
public record Http(URI sync, String token) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();

  /** An answer, whatever it says. */
  public record Reply(int status, HttpResponse<String> response) {
    public String body() {
      return response.body();
    }

    public Tree tree() {
      return Tree.parse(body());
    }

    public Tree data(String operation) {
      return tree().at("data", operation);
    }

    /** The code of the first error; "" where there is none. */
    public String code() {
      return tree().at("errors", 0, "extensions", "code").text();
    }

    public Tree extensions() {
      return tree().at("errors", 0, "extensions");
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** Sends a GraphQL document with variables, which are JSON. */
  public Reply graphql(String document, String variables) {
    return post("{\"query\":" + quoted(document) + ",\"variables\":" + variables + "}");
  }

  public Reply post(String body) {
    return post(body.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  public Reply post(byte[] body, String contentType) {
    return send(
        request("/graphql")
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  public Reply get(String path) {
    return send(request(path).GET().build());
  }

  /** A request to a path below the API's, with the token. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(sync + path)).timeout(Duration.ofSeconds(60));
    return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
  }

  public static Reply send(HttpRequest request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Reply(response.statusCode(), response);
    } catch (IOException e) {
      throw new AssertionError("no answer to " + request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static HttpClient client() {
    return CLIENT;
  }

  public static String quoted(String text) {
    return Tree.print(new JsonString(text));
  }
}
