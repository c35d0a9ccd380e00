package org.tidemark.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.tidemark.it.server.Http;

/** Files that the server takes for sounds; no two are alike. */
final class Sound {

  private static final Random RANDOM = new Random(Long.getLong("sync.seed", 20_260_214));

  private Sound() {}

  static Path file(Path folder, String name, int bytes) {
    byte[] content = new byte[bytes];
    RANDOM.nextBytes(content);
    byte[] header = "RIFF$\0\0\0WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(header, 0, content, 0, header.length);
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String sha256(Path file) {
    try {
      return sha256(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of what can be fetched at an address by whoever has the token. */
  static String sha256(URI address, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build();
    try {
      HttpResponse<byte[]> answer = Http.client().send(request, BodyHandlers.ofByteArray());
      return answer.statusCode() == 200
          ? sha256(answer.body())
          : answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("no answer from " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
