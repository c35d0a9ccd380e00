package org.tidemark.client.settings;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;

/** What an application can tell of a bearer token; the server alone verifies it. */
public final class BearerToken {

  private static final int JWT_PARTS = 3;

  private BearerToken() {}

  /** Whether a text can be a bearer token: one word of plain letters. */
  public static boolean isOne(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127);
  }

  /** Whom a token names, where it is a JWT. */
  public static Optional<String> subject(String token) {
    return claims(token)
        .flatMap(
            claims ->
                claims.get("sub") instanceof JsonString subject
                    ? Optional.of(subject.value())
                    : Optional.empty());
  }

  /** What a token says of itself, where it is a JWT. */
  public static Optional<JsonObject> header(String token) {
    return part(token, 0);
  }

  /** What a token claims, where it is a JWT. */
  public static Optional<JsonObject> claims(String token) {
    return part(token, 1);
  }

  private static Optional<JsonObject> part(String token, int index) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != JWT_PARTS) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getUrlDecoder().decode(parts[index]);
      return JsonReader.read(new String(decoded, StandardCharsets.UTF_8)) instanceof JsonObject json
          ? Optional.of(json)
          : Optional.empty();
    } catch (InvalidJson | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
