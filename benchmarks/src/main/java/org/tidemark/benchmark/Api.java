package org.tidemark.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tidemark.launcher.SyncServer;

/** Clients of the server, each on a connection of its own. */
final class Api {
  private final URI graphql;
  private final SyncServer server;

  Api(SyncServer server) {
    this.server = server;
    this.graphql = URI.create(server.addresses().sync() + "/graphql");
  }

  Wire connect(String user) throws IOException {
    return new Wire(graphql, server.identity().token(user));
  }

  /** Makes a space of Ana's. */
  String space() throws IOException {
    String space = "bench-" + UUID.randomUUID();
    try (Wire wire = connect("ana")) {
      wire.post(Documents.createSpace(space));
    }
    return space;
  }

  /** Pushes new records, {@code batch} at a time. */
  Step creator(String space, int batch) throws IOException {
    Batch request = new Batch(Documents.push(clientId(), Documents.creations(space, batch)));
    return step("ana", batch, wire -> wire.post(request.next()).expect(APPLIED, batch));
  }

  /** Sends one batch again and again. */
  Step repeater(String space, int batch) throws IOException {
    byte[] request = Documents.push(clientId(), Documents.creations(space, batch));
    return step("ana", batch, wire -> wire.post(request).expect(APPLIED, batch));
  }

  /** Pushes batches a fifth of which meets records of the manual type that have moved on. */
  Step quarreller(String space, int batch) throws IOException {
    int clashes = batch / 5;
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    List<String> mutations = new ArrayList<>(Documents.creations(space, batch - clashes));
    for (int i = 0; i < clashes; i++) {
      String id = UUID.randomUUID().toString();
      first.add(Documents.mutation(space, "invoice", id, null, 1));
      second.add(Documents.mutation(space, "invoice", id, 1, 2));
      mutations.add(Documents.mutation(space, "invoice", id, 1, 3));
    }
    String other = clientId();
    try (Wire wire = connect("ana")) {
      wire.post(Documents.push(other, first)).expect(APPLIED, clashes);
      wire.post(Documents.push(other, second)).expect(APPLIED, clashes);
    }
    Batch request = new Batch(Documents.push(clientId(), mutations));
    return step(
        "ana", batch, wire -> wire.post(request.next()).expect("\"status\":\"CONFLICT\"", clashes));
  }

  /** Pulls from the beginning to the end, page after page, and then anew. */
  Step puller() throws IOException {
    String clientId = clientId();
    Wire wire = connect("ben");
    return new Step() {
      private @Nullable String cursor;

      @Override
      public int run() throws IOException {
        Answer page = wire.post(Documents.pull(clientId, cursor));
        cursor = page.count("\"hasMore\":true") == 1 ? page.after(CURSOR) : null;
        return page.count("\"entityType\"");
      }

      @Override
      public void close() throws IOException {
        wire.close();
      }
    };
  }

  /** Has everything and asks whether there is more. */
  Step idler() throws IOException {
    String clientId = clientId();
    String cursor;
    try (Wire wire = connect("ben")) {
      Answer page = wire.post(Documents.pull(clientId, null));
      while (page.count("\"hasMore\":true") == 1) {
        page = wire.post(Documents.pull(clientId, page.after(CURSOR)));
      }
      cursor = page.after(CURSOR);
    }
    byte[] request = Documents.pull(clientId, cursor);
    return step("ben", 1, wire -> wire.post(request).expect("\"hasMore\":false", 1));
  }

  private static final String APPLIED = "\"status\":\"APPLIED\"";
  private static final String CURSOR = "\"cursor\":\"";

  private Step step(String user, int items, Request request) throws IOException {
    Wire wire = connect(user);
    return new Step() {
      @Override
      public int run() throws IOException {
        request.send(wire);
        return items;
      }

      @Override
      public void close() throws IOException {
        wire.close();
      }
    };
  }

  private static String clientId() {
    return "bench-" + UUID.randomUUID();
  }

  private interface Request {
    void send(Wire wire) throws IOException;
  }
}
