package org.tidemark.it.load;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonObject;
import org.tidemark.launcher.SyncServer;

/** Speaks GraphQL over HTTP to one node. */
public final class Wire {

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI sync;

  public Wire(SyncServer server) {
    this.sync = server.addresses().sync();
  }

  /**
   * The text of an answer without errors.
   *
   * @throws Unanswered when the same may be sent again
   */
  String post(String token, String query, String variables) throws Unanswered {
    var body = "{\"query\":\"" + query + "\",\"variables\":" + variables + "}";
    var response = send(authorized("/graphql", token).POST(BodyPublishers.ofString(body)));
    if (response.statusCode() != 200) {
      throw refusal(response);
    }
    var answer = response.body();
    if (answer.startsWith("{\"errors\"") || answer.endsWith("\"data\":null}")) {
      throw refusal(response);
    }
    return answer;
  }

  /** The answer to what must succeed at once. */
  public JsonObject ask(String token, String query, String variables) {
    try {
      return Answer.parse(post(token, query, variables));
    } catch (Unanswered e) {
      throw new AssertionError(e);
    }
  }

  public HttpRequest.Builder authorized(String path, String token) {
    return HttpRequest.newBuilder(URI.create(sync + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  public HttpClient http() {
    return http;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Unanswered {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (ConnectException | HttpConnectTimeoutException nobodyThere) {
      throw new Unanswered(nobodyThere.toString());
    } catch (IOException lost) {
      throw new Unanswered(lost);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unanswered(interrupted);
    }
  }

  // A server that is not yet up, or no longer, speaks no GraphQL. All else must say "retryable".
  private static Unanswered refusal(HttpResponse<String> response) {
    var why = response.statusCode() + " " + response.body();
    if (!response.body().startsWith("{")) {
      if (response.statusCode() == 404 || response.statusCode() == 503) {
        return new Unanswered(why);
      }
      throw new AssertionError(why);
    }
    if (Answer.parse(response.body()).get("errors") instanceof JsonArray errors
        && errors.elements().stream().allMatch(Wire::isRetryable)) {
      return new Unanswered(why);
    }
    throw new AssertionError(why);
  }

  private static boolean isRetryable(Object error) {
    return error instanceof JsonObject object
        && object.get("extensions") instanceof JsonObject extensions
        && extensions.get("retryable") == JsonBoolean.TRUE;
  }
}
