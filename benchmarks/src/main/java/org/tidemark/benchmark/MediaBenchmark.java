package org.tidemark.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;
import org.tidemark.launcher.SyncServer;
import org.tidemark.launcher.SyncServerSettings;

/**
 * Prints how fast the file store takes large files beside {@code dd conv=fsync}, the same with
 * OpenSSL's SHA-256 beside it, and nginx's DAV PUT, which neither hashes nor waits for the disk;
 * one stream and four.
 */
public final class MediaBenchmark {
  private static final int FILE_MIB = 512;
  private static final int ROUNDS = 5;
  private static final String TYPE = "audio/x-wav";

  private final Path folder;
  private final SyncServer server;
  private final Nginx nginx;
  private final Path file;
  private final HttpClient http = HttpClient.newHttpClient();

  private MediaBenchmark(Path folder, SyncServer server, Nginx nginx) throws IOException {
    this.folder = folder;
    this.server = server;
    this.nginx = nginx;
    this.file = recording(folder.resolve("recording.wav"));
  }

  /**
   * Runs all of it.
   *
   * @param args the checkout
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("tidemark-media-benchmark");
    SyncServerSettings settings =
        SyncServerSettings.of(Path.of(args[0]), folder.resolve("server"))
            .withEnvironment(Map.of("SYNC_MEDIA_PART_BYTES", String.valueOf(2L << 30)));
    try (Nginx nginx = Nginx.start(folder.resolve("nginx"));
        SyncServer server = SyncServer.start(settings)) {
      MediaBenchmark benchmark = new MediaBenchmark(folder, server, nginx);
      benchmark.run(1);
      benchmark.run(4);
    } finally {
      Benchmark.delete(folder);
    }
  }

  private interface Put {
    void send(int stream) throws Exception;
  }

  private void run(int streams) throws Exception {
    Map<String, Put> contenders = new LinkedHashMap<>();
    contenders.put("dd conv=fsync", this::dd);
    contenders.put("dd, hashed", this::ddHashed);
    contenders.put("nginx", this::toNginx);
    contenders.put("Tidemark", this::toTidemark);
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    for (int round = 0; round <= ROUNDS; round++) {
      for (Map.Entry<String, Put> contender : contenders.entrySet()) {
        double rate = rate(streams, contender.getValue());
        if (round > 0) { // the first one warms up
          rates.computeIfAbsent(contender.getKey(), none -> new ArrayList<>()).add(rate);
        }
      }
    }
    double dd = median(rates.getOrDefault("dd conv=fsync", List.of()));
    System.out.printf(
        Locale.ROOT,
        "Files of %d MiB, %d at once, MiB/s (median of %d):%n",
        FILE_MIB,
        streams,
        ROUNDS);
    rates.forEach(
        (name, values) ->
            System.out.printf(
                Locale.ROOT,
                "  %-14s %,7.0f (%,.0f to %,.0f), %.2f of dd%n",
                name,
                median(values),
                values.stream().min(Double::compare).orElseThrow(),
                values.stream().max(Double::compare).orElseThrow(),
                median(values) / dd));
  }

  private static double rate(int streams, Put put) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(streams);
    try {
      List<Callable<Void>> sendings = new ArrayList<>();
      for (int i = 0; i < streams; i++) {
        int stream = i;
        sendings.add(
            () -> {
              put.send(stream);
              return null;
            });
      }
      long begun = System.nanoTime();
      for (Future<Void> sent : senders.invokeAll(sendings)) {
        sent.get();
      }
      return (double) streams * FILE_MIB / ((System.nanoTime() - begun) / 1e9);
    } finally {
      senders.shutdown();
    }
  }

  private void dd(int stream) throws Exception {
    Path target = folder.resolve("dd-" + stream);
    command(folder, "dd", "if=" + file, "of=" + target, "bs=1M", "conv=fsync", "status=none");
    Files.delete(target);
  }

  /** The same work as ours but for the network: read, hashed by OpenSSL, written, made durable. */
  private void ddHashed(int stream) throws Exception {
    Path target = folder.resolve("dd-" + stream);
    command(
        folder,
        "sh",
        "-c",
        "dd if=%s bs=1M status=none | tee %s | openssl dgst -sha256 > %s && sync %s"
            .formatted(file, target, target + ".sha256", target));
    Files.delete(target);
  }

  private void toNginx(int stream) throws Exception {
    Sink.put(nginx.address("put-" + stream), TYPE, file);
    Files.delete(nginx.file("put-" + stream));
  }

  /** Opening and dropping the upload counts too: it is part of what a client waits for. */
  private void toTidemark(int stream) throws Exception {
    JsonObject upload =
        call(
            "POST",
            "/uploads",
            "{\"fileName\":\"a.wav\",\"contentType\":\"%s\",\"size\":%d}"
                .formatted(TYPE, Files.size(file)));
    JsonObject part = (JsonObject) ((JsonArray) member(upload, "parts")).elements().get(0);
    JsonObject headers = (JsonObject) member(part, "headers");
    String type = headers.get("Content-Type") instanceof JsonString given ? given.value() : "";
    Sink.put(URI.create(text(part, "url")), type, file);
    call("DELETE", "/uploads/" + text(upload, "uploadId"), "");
  }

  private static Object member(JsonObject object, String name) {
    Object value = object.get(name);
    if (value == null) {
      throw new IllegalStateException("no " + name + " in " + object);
    }
    return value;
  }

  private static String text(JsonObject object, String name) {
    return ((JsonString) member(object, name)).value();
  }

  private JsonObject call(String method, String path, String body)
      throws IOException, InterruptedException, InvalidJson {
    String answer =
        http.send(
                HttpRequest.newBuilder(
                        URI.create(server.addresses().sync() + "/api/v1/media" + path))
                    .header("Authorization", "Bearer " + server.identity().token("ana"))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString())
            .body();
    return answer.isEmpty() ? JsonObject.EMPTY : (JsonObject) JsonReader.read(answer);
  }

  /** Noise behind the header of a recording. */
  private static Path recording(Path path) throws IOException {
    int bytes = FILE_MIB << 20;
    byte[] block = new byte[1 << 20];
    new Random(1).nextBytes(block);
    ByteBuffer header = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(bytes - 8);
    header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    header.putShort((short) 1).putShort((short) 2).putInt(44_100).putInt(176_400);
    header.putShort((short) 4).putShort((short) 16);
    header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes - 44);
    try (OutputStream out = Files.newOutputStream(path)) {
      for (int i = 0; i < FILE_MIB; i++) {
        out.write(block);
      }
    }
    return path;
  }

  private static void command(Path folder, String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said);
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
