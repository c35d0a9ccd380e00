package org.tidemark.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.launcher.SyncServer;

/** The server's API, as clients use it. */
final class Api {
  private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI graphql;
  private final SyncServer server;

  Api(SyncServer server) {
    this.server = server;
    this.graphql = URI.create(server.addresses().sync() + "/graphql");
  }

  String ask(String user, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(graphql)
            .header("Authorization", "Bearer " + server.identity().token(user))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || answer.body().contains("\"errors\"")) {
      throw new IOException(answer.statusCode() + " " + head(answer.body()));
    }
    return answer.body();
  }

  /** A client that pushes new records to a space, {@code batch} at a time. */
  Step creator(String space, int batch) {
    String clientId = "bench-" + UUID.randomUUID();
    return () -> {
      List<String> mutations = Documents.creations("bench", batch, 1);
      expect(ask("ana", Documents.push(clientId, space, mutations)), "APPLIED", batch);
      return batch;
    };
  }

  /** A client that sends one batch again and again. */
  Step repeater(String space, int batch) throws IOException, InterruptedException {
    String body =
        Documents.push("bench-" + UUID.randomUUID(), space, Documents.creations("bench", batch, 1));
    ask("ana", body);
    return () -> {
      expect(ask("ana", body), "APPLIED", batch);
      return batch;
    };
  }

  /** A client a fifth of whose mutations meet a record of the manual type that moved on. */
  Step quarreller(String space, int batch) throws IOException, InterruptedException {
    String clientId = "bench-" + UUID.randomUUID();
    int clashes = batch / 5;
    List<String> ids = new ArrayList<>();
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    for (int i = 0; i < clashes; i++) {
      String id = UUID.randomUUID().toString();
      ids.add(id);
      first.add(Documents.mutation("invoice", id, null, 1));
      second.add(Documents.mutation("invoice", id, 1, 2));
    }
    ask("ana", Documents.push("other-" + clientId, space, first));
    ask("ana", Documents.push("other-" + clientId, space, second));
    return () -> {
      List<String> mutations = Documents.creations("bench", batch - clashes, 1);
      for (String id : ids) {
        mutations.add(Documents.mutation("invoice", id, 1, 3));
      }
      expect(ask("ana", Documents.push(clientId, space, mutations)), "CONFLICT", clashes);
      return batch;
    };
  }

  /** A client that pulls from the beginning to the end, page after page, and then anew. */
  Step puller(int limit) {
    String clientId = "bench-" + UUID.randomUUID();
    AtomicReference<@Nullable String> cursor = new AtomicReference<>();
    return () -> {
      String answer = ask("ben", Documents.pull(clientId, cursor.get(), limit));
      cursor.set(answer.contains("\"hasMore\":true") ? cursor(answer) : null);
      return count(answer, "\"entityType\"");
    };
  }

  /** A client that has everything and asks whether there is more. */
  Step idler() throws IOException, InterruptedException {
    String clientId = "bench-" + UUID.randomUUID();
    String answer = ask("ben", Documents.pull(clientId, null, 1000));
    while (answer.contains("\"hasMore\":true")) {
      answer = ask("ben", Documents.pull(clientId, cursor(answer), 1000));
    }
    String end = cursor(answer);
    return () -> {
      ask("ben", Documents.pull(clientId, end, 1000));
      return 1;
    };
  }

  private static String cursor(String answer) throws IOException {
    Matcher cursor = CURSOR.matcher(answer);
    if (!cursor.find()) {
      throw new IOException("no cursor in " + head(answer));
    }
    return cursor.group(1);
  }

  private static void expect(String answer, String status, int times) throws IOException {
    if (count(answer, "\"status\":\"" + status + "\"") != times) {
      throw new IOException("not " + times + " times " + status + ": " + head(answer));
    }
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static String head(String text) {
    return text.substring(0, Math.min(500, text.length()));
  }
}
