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
    String[] parts = token.split("\\.", -1);
    if (parts.length != JWT_PARTS) {
      return Optional.empty();
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
      return JsonReader.read(new String(claims, StandardCharsets.UTF_8)) instanceof JsonObject json
              && json.get("sub") instanceof JsonString subject
          ? Optional.of(subject.value())
          : Optional.empty();
    } catch (InvalidJson | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
