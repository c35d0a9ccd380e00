package org.tidemark.it.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;
import org.tidemark.launcher.TokenMint;

/** Every operation by nobody, and with tokens that are none: 401, and nothing is written. */
@ExtendWith(WithServer.class)
class TokenIT {

  private static final List<String> ADMIN = List.of("user", "admin");
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestServer server;
  private final TokenMint mint;

  TokenIT(TestServer server) {
    this.server = server;
    mint = server.server().identity().mint();
  }

  /** Ways to come without a right. */
  enum Forgery {
    NOBODY,
    EXPIRED,
    OTHER_KEY,
    NO_ALGORITHM,
    NO_ALGORITHM_BUT_SIGNED,
    SYMMETRIC_ALGORITHM,
    OTHER_ISSUER,
    OTHER_AUDIENCE,
    OTHER_SUBJECT_UNDER_THE_SIGNATURE,
    WITHOUT_SIGNATURE,
    GARBAGE
  }

  @ParameterizedTest
  @EnumSource(Forgery.class)
  void everyOperation_withoutAGoodToken_isUnauthorized(Forgery forgery) {
    Http http = server.http(token(forgery));
    String before = server.everythingWritten();
    for (Door door : Door.ALL) {
      Reply reply = http.graphql(door.document(), "{}");
      assertThat(reply.status()).as(door.operation()).isEqualTo(401);
      assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
      assertThat(reply.code()).as(reply.body()).isEqualTo("UNAUTHENTICATED");
      assertThat(reply.extensions().at("category").text()).isEqualTo("AUTH");
      assertThat(reply.extensions().at("retryable").text()).isEqualTo("false");
      assertThat(reply.extensions().at("correlationId").text()).isNotEmpty();
      assertThat(reply.body()).doesNotContain("org.tidemark", "Exception", "elytron");
    }
    assertThat(server.everythingWritten()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Forgery.class)
  void everyPath_withoutAGoodToken_isUnauthorized(Forgery forgery) {
    Http http = server.http(token(forgery));
    for (String path :
        List.of("/graphql/schema.graphql", "/api/v1/changes", "/api/v1/", "/", "/x")) {
      Reply reply = http.get(path);
      assertThat(reply.status()).as(path).isEqualTo(401);
      assertThat(reply.header("Content-Type")).as(path).startsWith("application/problem+json");
      assertThat(reply.tree().at("code").text()).as(path).isEqualTo("UNAUTHENTICATED");
      assertThat(reply.tree().at("category").text()).as(path).isEqualTo("AUTH");
    }
    assertThat(http.get("/graphql").status()).isEqualTo(401);
    assertThat(http.get("/graphql").code()).isEqualTo("UNAUTHENTICATED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YW5hOmFuYQ==", "Bearer", "Bearer ", "bearer  x y", "Token x"})
  void otherHeader_isUnauthorized(String header) {
    Reply reply =
        Http.send(
            server
                .http("")
                .request("/graphql/schema.graphql")
                .header("Authorization", header)
                .GET()
                .build());

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.tree().at("code").text()).isEqualTo("UNAUTHENTICATED");
  }

  private String token(Forgery forgery) {
    String good = mint.mint("admin", ADMIN, server.now(), HOUR);
    String[] parts = good.split("\\.", -1);
    return switch (forgery) {
      case NOBODY -> "";
      case EXPIRED -> mint.mint("admin", ADMIN, server.now().minus(HOUR), Duration.ofMinutes(10));
      case OTHER_KEY -> otherKey().mint("admin", ADMIN, server.now(), HOUR);
      case NO_ALGORITHM -> encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
      case NO_ALGORITHM_BUT_SIGNED ->
          encoded("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2];
      case SYMMETRIC_ALGORITHM -> encoded("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + parts[2];
      case OTHER_ISSUER ->
          mint.withIssuer("somebody-else").mint("admin", ADMIN, server.now(), HOUR);
      case OTHER_AUDIENCE ->
          mint.withAudience("another-service").mint("admin", ADMIN, server.now(), HOUR);
      case OTHER_SUBJECT_UNDER_THE_SIGNATURE ->
          parts[0] + "." + encoded(decoded(parts[1]).replace("admin", "other")) + "." + parts[2];
      case WITHOUT_SIGNATURE -> parts[0] + "." + parts[1] + ".";
      case GARBAGE -> forgery.name().toLowerCase(Locale.ROOT);
    };
  }

  private static TokenMint otherKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new TokenMint(generator.generateKeyPair(), "tidemark-demo", "tidemark");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String text) {
    return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
