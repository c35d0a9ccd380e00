package org.tidemark.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.tidemark.cli.session.Surroundings;
import org.tidemark.client.SyncClient;
import org.tidemark.client.environment.Environment;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.settings.Sizes;
import org.tidemark.client.settings.UploadSettings;
import org.tidemark.core.decide.Decider;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.server.KeptReceipts;
import org.tidemark.testkit.server.ModelServer;
import org.tidemark.testkit.server.ModelSettings;
import org.tidemark.testkit.server.Policies;
import org.tidemark.testkit.server.Role;

/** A folder in which ana and ben call the program, and the server that they share. */
final class Office {

  static final SpaceId SPACE = new SpaceId("demo");
  private static final UploadSettings ONE_PART_AT_ONCE =
      new UploadSettings(1, 100, 1 << 30, 1 << 30, 100);
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final Path folder;
  private final AtomicInteger names = new AtomicInteger();
  private final ModelServer server;
  private Instant now = START;
  boolean online = true;
  boolean refusing;

  /** Whether something answers that is no sync server, as one does that is starting. */
  boolean foreign;

  boolean losingPushes;
  boolean refusingEdits;
  boolean terminal;
  int page = 500;

  /** Something that happens before each request. */
  Runnable beforeRequest = () -> {};

  /** The tokens that the server was shown. */
  final List<String> shownTokens = new ArrayList<>();

  /** The part of a file at which the connection breaks; 0: at none. */
  int breakingAt;

  /** The parts that left, in their order. */
  final List<Integer> sentParts = new ArrayList<>();

  Office(Path folder) {
    this.folder = folder;
    ModelServer.Parts parts =
        new ModelServer.Parts(
            new KeptReceipts(),
            Decider::decide,
            Policies.demo(),
            () -> "conflict-" + names.incrementAndGet());
    this.server = new ModelServer(ModelSettings.USUAL, () -> now, parts);
    server.admit(SPACE, "ana", Role.EDITOR);
    server.admit(SPACE, "ben", Role.EDITOR);
  }

  /** What a call gave. */
  record Result(int code, String out, String err) {

    /** The one JSON object of the answer. */
    JsonObject json() {
      return object(out.strip());
    }

    String all() {
      return out + err;
    }
  }

  Path folder() {
    return folder;
  }

  ModelServer server() {
    return server;
  }

  Result ana(String... arguments) {
    return call("ana", "", arguments);
  }

  Result ben(String... arguments) {
    return call("ben", "", arguments);
  }

  /** Somebody calls the program with a file, a token and a space of their own. */
  Result call(String user, String input, String... arguments) {
    Map<String, String> variables = new HashMap<>();
    variables.put("SYNC_DATABASE", user + ".db");
    variables.put("SYNC_URL", "https://tidemark.test/sync");
    variables.put("SYNC_TOKEN", token(user));
    variables.put("SYNC_SPACE", "demo");
    return call(variables, input, arguments);
  }

  Result call(Map<String, String> variables, String input, String... arguments) {
    now = now.plusSeconds(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            variables,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            StandardCharsets.UTF_8,
            terminal,
            folder,
            this::adapted);
    int code = Main.run(surroundings, arguments);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Somebody does much at once, by the client alone. */
  void work(String user, Consumer<SyncClient> work) {
    ClientSettings settings =
        ClientSettings.of(
            URI.create("https://tidemark.test/sync"),
            user,
            () -> token(user),
            folder.resolve(user + ".db"));
    try (SyncClient client = SyncClient.open(adapted(settings.withSpace(SPACE)))) {
      now = now.plusSeconds(1);
      work.accept(client);
      client.syncNow();
    }
  }

  /** So many objects of a space and type, by their ids. */
  static void putMany(SyncClient client, SpaceId space, String type, int many, String data) {
    Map<String, JsonObject> objects = new HashMap<>();
    for (int i = 0; i < many; i++) {
      objects.put("many-" + i, object(data));
    }
    client.collection(space, new EntityType(type)).putAll(objects);
  }

  private static JsonObject object(String text) {
    try {
      return (JsonObject) JsonReader.read(text);
    } catch (InvalidJson e) {
      throw new AssertionError(text, e);
    }
  }

  private ClientSettings adapted(ClientSettings settings) {
    var sizes = settings.sizes();
    return settings
        .withTransport(new Wire(this, server.as(settings.user()), settings.token()))
        .withMedia(new FileWire(this, server.media().as(settings.user())))
        .withUploads(ONE_PART_AT_ONCE)
        .withSizes(new Sizes(page, 10, 100, sizes.batchBytes(), sizes.answerBytes()))
        .withEnvironment(
            new Environment(() -> now, () -> 0.5, () -> "name-" + names.incrementAndGet()));
  }

  /** A token as it looks; nobody here verifies it. */
  static String token(String user) {
    String claims = "{\"sub\":\"" + user + "\"}";
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  /** Ana has an invoice of 120, Ben made 110 of it offline, and has heard of the clash. */
  void clash(String id) {
    String first = "{\"amount\":100,\"number\":\"2026-1\"}";
    require(ana("put", "invoice", id, first));
    require(ana("sync"));
    require(ben("sync"));
    require(ana("put", "invoice", id, first.replace("100", "120")));
    require(ana("sync"));
    require(ben("put", "invoice", id, first.replace("100", "110")));
    require(ben("sync"));
  }

  private static void require(Result result) {
    if (result.code() != 0) {
      throw new AssertionError(result.all());
    }
  }
}
