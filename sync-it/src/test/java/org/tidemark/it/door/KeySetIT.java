package org.tidemark.it.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidemark.it.server.TestServer;
import org.tidemark.launcher.TokenMint;

/** A server that takes the keys of tokens from a provider over HTTP, which goes away. */
class KeySetIT {

  private static final String ISSUER = "https://issuer.example";
  private static final KeyPair KEYS = keys();

  @Test
  void keySet_alsoWhenItsProviderIsAway_onlyItsTokensAreGood() throws IOException {
    HttpServer provider =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext("/", KeySetIT::answer);
    provider.start();
    String address = "http://127.0.0.1:" + provider.getAddress().getPort() + "/keys";
    try (TestServer server =
        TestServer.start(
            Map.of(
                "SYNC_JWT_ISSUER", ISSUER,
                "SYNC_JWT_PUBLIC_KEY", "",
                "SYNC_JWT_JWKS_URL", address))) {
      String good = token(server, KEYS);

      assertThat(status(server, good)).isEqualTo(200);
      assertThat(status(server, token(server, keys()))).isEqualTo(401);
      assertThat(status(server, server.token("ana", "user"))).as("the demo's key").isEqualTo(401);
      provider.stop(0);
      assertThat(status(server, withKeyId(good, "invented"))).isEqualTo(401);
      assertThat(status(server, good)).as("provider away").isEqualTo(200);
    } finally {
      provider.stop(0);
    }
  }

  private static int status(TestServer server, String token) {
    return server.http(token).get("/graphql/schema.graphql").status();
  }

  private static String token(TestServer server, KeyPair keys) {
    return new TokenMint(keys, ISSUER, "tidemark")
        .mint("ana", List.of("user"), server.now(), Duration.ofHours(1));
  }

  private static String withKeyId(String token, String keyId) {
    String header = "{\"alg\":\"RS256\",\"kid\":\"" + keyId + "\"}";
    return encoded(header.getBytes(StandardCharsets.UTF_8)) + token.substring(token.indexOf('.'));
  }

  private static void answer(HttpExchange exchange) throws IOException {
    RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
    byte[] body =
        "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\",\"use\":\"sig\",\"n\":\"%s\",\"e\":\"%s\"}]}"
            .formatted(number(key.getModulus()), number(key.getPublicExponent()))
            .getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String number(BigInteger value) {
    return encoded(value.toByteArray());
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
