package org.tidemark.identity;

import jakarta.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A provider's key set, read over HTTP and kept. It is read again when it is old, and when a token
 * names a key that it does not hold (the provider has changed its keys), but never more often than
 * the pause allows: tokens with invented key ids must not turn this server against its provider. A
 * provider that is away for a while locks nobody out whose key is known.
 */
final class JwksKeys implements KeySource {

  static final Duration MAX_AGE = Duration.ofMinutes(10);
  static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int LIMIT_BYTES = 1 << 20;
  private static final Logger LOG = Logger.getLogger(JwksKeys.class.getName());

  /** Reads the key set once. */
  interface Fetch {
    Map<String, PublicKey> fetch() throws IOException;
  }

  private record Known(Map<String, PublicKey> keys, Instant triedAt) {}

  private final Fetch fetch;
  private final InstantSource clock;
  private volatile Known known = new Known(Map.of(), Instant.MIN);

  JwksKeys(Fetch fetch, InstantSource clock) {
    this.fetch = fetch;
    this.clock = clock;
  }

  static JwksKeys at(URI address) {
    var client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    return new JwksKeys(() -> get(client, address), InstantSource.system());
  }

  @Override
  public Optional<PublicKey> find(Optional<String> keyId) throws IOException {
    if (isOlderThan(MAX_AGE) || (pick(keyId).isEmpty() && isOlderThan(PAUSE))) {
      refresh();
    }
    var key = pick(keyId);
    if (key.isEmpty() && known.keys().isEmpty()) {
      throw new IOException("The key set of the identity provider has not been read yet.");
    }
    return key;
  }

  private Optional<PublicKey> pick(Optional<String> keyId) {
    var keys = known.keys();
    return keyId.isPresent()
        ? keyId.map(keys::get)
        : keys.values().stream().findFirst().filter(only -> keys.size() == 1);
  }

  private synchronized void refresh() {
    if (!isOlderThan(PAUSE)) {
      return; // another thread has just done it
    }
    var now = clock.instant();
    try {
      known = new Known(fetch.fetch(), now);
    } catch (IOException unreachable) {
      LOG.log(Level.WARNING, "The identity provider's key set cannot be read.", unreachable);
      known = new Known(known.keys(), now);
    }
  }

  private boolean isOlderThan(Duration age) {
    return known.triedAt().equals(Instant.MIN)
        || Duration.between(known.triedAt(), clock.instant()).compareTo(age) > 0;
  }

  private static Map<String, PublicKey> get(HttpClient client, URI address) throws IOException {
    var request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
    try {
      var response = client.send(request, BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        if (response.statusCode() != 200) {
          throw new IOException(address + " answered " + response.statusCode());
        }
        var bytes = new ByteArrayInputStream(body.readNBytes(LIMIT_BYTES));
        return JsonWebKeys.parse(JsonWebToken.READERS.createReader(bytes).readObject());
      }
    } catch (JsonException | ClassCastException notAKeySet) {
      throw new IOException(address + " is not a key set", notAKeySet);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while reading " + address, interrupted);
    }
  }
}
